package app.fragments.ui.emoji;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The pictures over a text that shows blanks in place of its emoji. They follow the text node.
public final class EmojiLayer {
  /// Of a picture, in font sizes: as wide as its blanks.
  static final double SIZE = 1.2;

  private final EmojiPictures pictures;
  private final ObservableList<Node> children;
  private final List<ImageView> views = new ArrayList<>();
  private List<Emoji> emoji = List.of();

  /// @param children where the pictures are added, unmanaged
  public EmojiLayer(EmojiPictures pictures, ObservableList<Node> children) {
    this.pictures = pictures;
    this.children = children;
  }

  /// What to show instead of a text: the same with blanks. Offsets stay the same.
  public String mask(String text) {
    emoji = pictures.find(text);
    return EmojiMask.of(text, emoji);
  }

  /// An offset, moved to the start of the emoji that it is in.
  public int startOfEmoji(int offset) {
    return emoji.stream()
        .filter(each -> each.start() < offset && offset < each.end())
        .mapToInt(Emoji::start)
        .findFirst()
        .orElse(offset);
  }

  /// Puts the pictures over a text node.
  ///
  /// @param length how much of the masked text it shows
  public void place(Text text, int length) {
    place(text, length, text.getFont().getSize(), text::rangeShape);
  }

  /// The same for a text flow that shows the whole masked text.
  public void place(TextFlow flow, double fontSize) {
    place(flow, Integer.MAX_VALUE, fontSize, (start, end) -> flow.rangeShape(start, end));
  }

  private interface Shapes {
    PathElement[] of(int start, int end);
  }

  private void place(Node text, int length, double fontSize, Shapes shapes) {
    int used = 0;
    for (Emoji each : emoji) {
      if (each.end() <= length) {
        Bounds blank = new Path(shapes.of(each.start(), each.end())).getBoundsInLocal();
        ImageView view = view(used++);
        double size = Math.round(Math.min(blank.getWidth(), fontSize * SIZE));
        view.setImage(pictures.image(each.key(), size));
        view.setFitWidth(size);
        view.setFitHeight(size);
        follow(view, text, blank, size);
      }
    }
    for (int i = used; i < views.size(); i++) {
      views.get(i).setVisible(false);
    }
  }

  private static void follow(ImageView view, Node text, Bounds blank, double size) {
    double x = Math.round(blank.getCenterX() - size / 2);
    double y = Math.round(blank.getCenterY() - size / 2);
    view.layoutXProperty().bind(text.layoutXProperty().add(x));
    view.layoutYProperty().bind(text.layoutYProperty().add(y));
    view.setVisible(true);
  }

  private ImageView view(int index) {
    if (index == views.size()) {
      ImageView view = new ImageView();
      view.getStyleClass().add("emoji");
      view.setManaged(false);
      view.setMouseTransparent(true);
      views.add(view);
      children.add(view);
    }
    return views.get(index);
  }
}
