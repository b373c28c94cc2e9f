package app.fragments.ui.entries;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A check box inside a row: it looks like one, and leaves the keyboard to the list.
final class TickBox extends StackPane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass INDETERMINATE = PseudoClass.getPseudoClass("indeterminate");

  TickBox() {
    getStyleClass().addAll("check-box", "tick-box");
    Region mark = new Region();
    mark.getStyleClass().add("mark");
    StackPane box = new StackPane(mark);
    box.getStyleClass().add("box");
    getChildren().add(box);
  }

  void show(Ticks.Extent extent) {
    pseudoClassStateChanged(SELECTED, extent == Ticks.Extent.ALL);
    pseudoClassStateChanged(INDETERMINATE, extent == Ticks.Extent.SOME);
  }
}
