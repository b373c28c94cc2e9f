package app.fragments.ui.editor.text;

import app.fragments.journal.PictureId;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.editor.markdown.LineStyle;
import app.fragments.ui.editor.markdown.LinkRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Shows the pictures of a line below its text. The text stays as it is: the line gets a margin at
/// its end, and what stands to its left draws the pictures there.
final class LinePictures {
  private static final double COLUMN = 660;
  private static final double NESTING = 28;
  private static final double MAX_HEIGHT = 480;
  private static final double UNKNOWN_HEIGHT = 72;
  private static final double GAP = 8;
  private static final double ARC = 12;

  private final UiContext context;
  private final MarkdownArea area;
  private final PictureLoader loader;
  private Runnable onResized = () -> {};

  LinePictures(UiContext context, MarkdownArea area) {
    this.context = context;
    this.area = area;
    loader = new PictureLoader(context, () -> onResized.run());
    area.widthProperty().addListener((o, old, now) -> onResized.run());
    area.paddingProperty().addListener((o, old, now) -> onResized.run());
  }

  /// @param action called when pictures need more or less room
  void setOnResized(Runnable action) {
    onResized = action;
  }

  /// The height of a line's pictures, with the space around them.
  double height(LineStyle line) {
    return line.pictures().isEmpty()
        ? 0
        : GAP + ids(line).stream().mapToDouble(id -> size(id, line).getHeight() + GAP).sum();
  }

  /// @param left what else stands to the left of the line
  @Nullable Node below(LineStyle line, String text, @Nullable Node left) {
    if (line.pictures().isEmpty()) {
      return left;
    }
    List<Node> boxes = new ArrayList<>();
    for (LinkRange link : line.pictures()) {
      PictureId id = PictureId.ofAddress(link.target()).orElseThrow();
      boxes.add(box(id, description(link, text), size(id, line)));
    }
    return new Stack(left, boxes, height(line));
  }

  boolean isAtCaret() {
    return atCaret().isPresent();
  }

  void openAtCaret() {
    atCaret().ifPresent(link -> open(PictureId.ofAddress(link.target()).orElseThrow(), ""));
  }

  /// The picture that the caret is at, or else the first one of its line.
  private Optional<LinkRange> atCaret() {
    List<LinkRange> pictures = area.line(area.getCurrentParagraph()).style().pictures();
    int column = area.getCaretColumn();
    return pictures.stream()
        .filter(link -> column >= link.whole().start() && column <= link.whole().end())
        .findFirst()
        .or(() -> pictures.stream().findFirst());
  }

  private static List<PictureId> ids(LineStyle line) {
    return line.pictures().stream()
        .map(link -> PictureId.ofAddress(link.target()).orElseThrow())
        .toList();
  }

  private static String description(LinkRange link, String text) {
    int end = Math.min(link.whole().end(), text.length());
    String source = text.substring(Math.min(link.whole().start(), end), end);
    int close = source.lastIndexOf("](");
    return close < 2 ? "" : source.substring(2, close);
  }

  /// As large as the picture, if the column has room for it.
  private Dimension2D size(PictureId id, LineStyle style) {
    double column = area.getWidth() - area.getInsets().getLeft() - area.getInsets().getRight();
    double nesting = context.theming().scaled(NESTING) * (style.depth() + style.quotes());
    double room = Math.max(NESTING, (column <= 0 ? COLUMN : column) - nesting);
    Dimension2D picture = loader.size(id);
    if (picture == null) {
      return new Dimension2D(room, context.theming().scaled(UNKNOWN_HEIGHT));
    }
    double scale =
        Math.min(1, Math.min(room / picture.getWidth(), MAX_HEIGHT / picture.getHeight()));
    return new Dimension2D(
        Math.max(1, Math.round(picture.getWidth() * scale)),
        Math.max(1, Math.round(picture.getHeight() * scale)));
  }

  private Node box(PictureId id, String description, Dimension2D size) {
    StackPane box = new StackPane();
    box.getStyleClass().add("md-picture");
    box.setMinSize(0, 0);
    box.setPrefSize(size.getWidth(), size.getHeight());
    box.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    box.setAccessibleText(
        description.isEmpty() ? context.messages().get("picture.title") : description);
    loader.load(id).subscribe(picture -> box.getChildren().setAll(content(picture, size)));
    box.addEventHandler(MouseEvent.MOUSE_PRESSED, LinePictures::keepCaret);
    box.addEventHandler(MouseEvent.MOUSE_DRAGGED, LinePictures::keepCaret);
    box.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            open(id, description);
          }
        });
    return box;
  }

  /// The area would move the caret, which would reveal the source and move the picture.
  private static void keepCaret(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      event.consume();
    }
  }

  private Node content(PictureLoader.Picture picture, Dimension2D size) {
    if (picture.image() == null) {
      String key = "picture." + picture.state().name().toLowerCase(Locale.ROOT);
      Label note = new Label(context.messages().get(key));
      note.getStyleClass().add("md-picture-note");
      note.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      return note;
    }
    ImageView view = new ImageView(picture.image());
    view.setFitWidth(size.getWidth());
    view.setFitHeight(size.getHeight());
    view.setSmooth(true);
    Rectangle rounded = new Rectangle(size.getWidth(), size.getHeight());
    rounded.setArcWidth(ARC);
    rounded.setArcHeight(ARC);
    view.setClip(rounded);
    return view;
  }

  private void open(PictureId id, String description) {
    new PictureWindow(context, area.getScene().getWindow(), description).show(loader, id);
  }

  /// Draws pictures to its right, from its lower end up.
  private static final class Stack extends Region {
    private final @Nullable Node left;
    private final List<Node> boxes;
    private final double below;

    Stack(@Nullable Node left, List<Node> boxes, double below) {
      this.left = left;
      this.boxes = boxes;
      this.below = below;
      if (left != null) {
        getChildren().add(left);
      }
      getChildren().addAll(boxes);
      setPickOnBounds(false);
    }

    @Override
    protected double computePrefWidth(double height) {
      return left == null ? 0 : left.prefWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
      return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
      if (left != null) {
        left.resizeRelocate(0, 0, getWidth(), getHeight());
      }
      double y = getHeight() - below + GAP;
      for (Node box : boxes) {
        box.autosize();
        box.relocate(getWidth(), y);
        y += box.getLayoutBounds().getHeight() + GAP;
      }
    }
  }
}
