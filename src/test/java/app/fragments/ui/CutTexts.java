package app.fragments.ui;

import app.fragments.ui.common.ShortenedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.web.WebView;
import org.kordamp.ikonli.javafx.FontIcon;

/// Finds texts that are cut without an ellipsis and a tooltip. `EllipsisTooltips` gives every label
/// that is shortened its tooltip, if the mouse can reach it.
public final class CutTexts {
  private static final double TOLERANCE = 1.5;
  private static final int MIN_LETTERS = 2;

  private final List<String> found = new ArrayList<>();

  private CutTexts() {}

  /// The texts of a scene that are cut, and how. On the FX thread.
  public static List<String> in(Scene scene) {
    CutTexts texts = new CutTexts();
    texts.visit(scene.getRoot());
    return List.copyOf(texts.found);
  }

  private void visit(Node node) {
    if (!node.isVisible() || node instanceof WebView || node.getOpacity() == 0) {
      return;
    }
    if (node instanceof Labeled label && showsText(label)) {
      checkLabel(label);
    } else if (node instanceof TextField field) {
      checkField(field);
    } else if (node instanceof Text text
        && !(node instanceof FontIcon)
        && !text.getText().isBlank()) {
      checkText(text);
    }
    if (node instanceof Parent parent && !(node instanceof TextField)) {
      checkOverlaps(parent);
      parent.getChildrenUnmodifiable().forEach(this::visit);
    }
  }

  private static boolean showsText(Labeled label) {
    return label.getText() != null
        && !label.getText().isBlank()
        && label.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY;
  }

  private void checkLabel(Labeled label) {
    if (!label.isTextTruncated()) {
      return;
    }
    String drawn = label.lookup(".text") instanceof Text text ? text.getText() : "";
    String ellipsis = label.getEllipsisString();
    if (label.getTextOverrun() == OverrunStyle.CLIP || !drawn.contains(ellipsis)) {
      add(label, label.getText(), "is clipped to “%s”".formatted(drawn));
    } else if (drawn.length() - ellipsis.length() < MIN_LETTERS) {
      add(label, label.getText(), "shows only “%s”".formatted(drawn));
    } else if (!isReachable(label)) {
      add(label, label.getText(), "has no tooltip");
    }
  }

  /// Whether the mouse reaches the node itself.
  private static boolean isReachable(Node node) {
    return ancestors(node).noneMatch(Node::isMouseTransparent);
  }

  /// A field's prompt can't be scrolled.
  private void checkField(TextField field) {
    if (field.getText() != null && field.getText().isEmpty() && field.getPromptText() != null) {
      Text prompt = new Text(field.getPromptText());
      prompt.setFont(field.getFont());
      double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
      if (prompt.getLayoutBounds().getWidth() > room + TOLERANCE) {
        add(field, field.getPromptText(), "does not fit as a prompt");
      }
    }
  }

  private void checkText(Text text) {
    if (text instanceof ShortenedText line && line.isShortened() && !isReachable(text)) {
      add(text, line.full(), "has no tooltip");
    }
    Bounds drawn = text.localToScene(text.getLayoutBounds());
    List<Node> around = ancestors(text).skip(1).toList();
    boolean scrolls = around.stream().anyMatch(CutTexts::scrolls);
    for (Node node : around) {
      if ((node instanceof Region || node.getParent() == null)
          && !isInside(drawn, node.localToScene(node.getLayoutBounds()), scrolls)) {
        add(text, text.getText(), "is drawn outside of " + name(node));
        return;
      }
      if (scrolls && node.getClip() != null) {
        return; // what is above or below can be scrolled to
      }
    }
  }

  private static boolean isInside(Bounds drawn, Bounds room, boolean scrolls) {
    boolean across =
        drawn.getMinX() >= room.getMinX() - TOLERANCE
            && drawn.getMaxX() <= room.getMaxX() + TOLERANCE;
    boolean down =
        drawn.getMinY() >= room.getMinY() - TOLERANCE
            && drawn.getMaxY() <= room.getMaxY() + TOLERANCE;
    return across && (down || scrolls);
  }

  private static boolean scrolls(Node node) {
    return node instanceof ScrollPane || node.getClass().getSimpleName().contains("Virtual");
  }

  /// Texts that a row lays out itself must not overlap.
  private void checkOverlaps(Parent row) {
    List<Text> texts =
        row.getChildrenUnmodifiable().stream()
            .filter(node -> node instanceof ShortenedText && node.isVisible())
            .map(Text.class::cast)
            .toList();
    for (Text text : texts) {
      texts.stream()
          .skip(texts.indexOf(text) + 1L)
          .filter(other -> text.getBoundsInParent().intersects(other.getBoundsInParent()))
          .filter(other -> !text.getText().isEmpty() && !other.getText().isEmpty())
          .forEach(other -> add(text, text.getText(), "overlaps “" + other.getText() + "”"));
    }
  }

  private static Stream<Node> ancestors(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent);
  }

  private static String name(Node node) {
    return node.getClass().getSimpleName() + node.getStyleClass();
  }

  private void add(Node node, String text, String problem) {
    found.add("“%s” in %s %s".formatted(text, name(node.getParent()), problem));
  }
}
