package app.fragments.ui.editor.text;

import app.fragments.ui.common.Messages;
import app.fragments.ui.editor.markdown.LineStyle;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// What stands to the left of a line: the bars of quotes, the bullet or number of a list item, the
/// check box of a task. Its width is the hanging indent.
final class LineGraphics {
  private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");
  private static final double TEXT_SIZE = 15;
  private static final double BAR = 16;
  private static final double LEVEL = 20;
  private static final double TASK = 28;

  private final DoubleUnaryOperator scale;
  private final Messages messages;
  private final IntConsumer onToggle;

  /// @param scale a length at 100 percent to the current text size
  /// @param onToggle called with the line of a clicked check box
  LineGraphics(DoubleUnaryOperator scale, Messages messages, IntConsumer onToggle) {
    this.scale = scale;
    this.messages = messages;
    this.onToggle = onToggle;
  }

  @Nullable Node of(int line, LineStyle style, String text) {
    if (style.quotes() == 0 && style.depth() == 0) {
      return null;
    }
    HBox graphic = new HBox();
    graphic.getStyleClass().add("md-graphic");
    double source = style.revealed() ? width(text.substring(0, style.prefix())) : 0;
    for (int i = 0; i < style.quotes(); i++) {
      Region bar = new Region();
      bar.getStyleClass().add("md-bar");
      size(bar, scale.applyAsDouble(BAR));
      graphic.getChildren().add(bar);
    }
    if (style.depth() > 0) {
      StackPane indent = new StackPane();
      indent.getStyleClass().add("md-indent");
      indent.setAlignment(Pos.TOP_RIGHT);
      size(indent, Math.max(0, indent(style) - source));
      if (!style.revealed()) {
        addMarker(indent, line, style);
      }
      graphic.getChildren().add(indent);
    }
    return graphic;
  }

  private double indent(LineStyle style) {
    double outer = scale.applyAsDouble(LEVEL) * (style.depth() - 1);
    double inner =
        style.isTask()
            ? scale.applyAsDouble(TASK)
            : Math.max(scale.applyAsDouble(LEVEL), width(style.marker() + " "));
    return outer + inner;
  }

  private void addMarker(StackPane indent, int line, LineStyle style) {
    if (style.isTask()) {
      indent.getChildren().add(box(line, style));
    } else if (!style.marker().isEmpty()) {
      Label marker = new Label(style.marker());
      marker.getStyleClass().add("md-marker");
      marker.setMinWidth(Region.USE_PREF_SIZE);
      marker.setMouseTransparent(true);
      indent.getChildren().add(marker);
    }
  }

  private Node box(int line, LineStyle style) {
    boolean isDone = style.box() == LineStyle.Box.DONE;
    Region tick = new Region();
    tick.getStyleClass().add("mark");
    StackPane box = new StackPane(tick);
    box.getStyleClass().add("md-box");
    box.pseudoClassStateChanged(CHECKED, isDone);
    box.setAccessibleRole(AccessibleRole.CHECK_BOX);
    box.setAccessibleText(messages.get(isDone ? "editor.task.done" : "editor.task.open"));
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_LEFT);
    // the area would move the caret
    box.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    box.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            onToggle.accept(line);
          }
        });
    return box;
  }

  private double width(String text) {
    Text measured = new Text(text);
    measured.setFont(Font.font("Inter", scale.applyAsDouble(TEXT_SIZE)));
    return measured.getLayoutBounds().getWidth();
  }

  private static void size(Region region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
  }
}
