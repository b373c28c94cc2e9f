package app.fragments.ui.journal;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Looks like a check box and leaves the keyboard focus to the list.
final class RowCheckBox extends StackPane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass INDETERMINATE = PseudoClass.getPseudoClass("indeterminate");

  RowCheckBox() {
    getStyleClass().addAll("check-box", "tick-box");
    Region mark = new Region();
    mark.getStyleClass().add("mark");
    StackPane box = new StackPane(mark);
    box.getStyleClass().add("box");
    getChildren().add(box);
  }

  void show(CheckedEntries.Extent extent) {
    pseudoClassStateChanged(SELECTED, extent == CheckedEntries.Extent.ALL);
    pseudoClassStateChanged(INDETERMINATE, extent == CheckedEntries.Extent.SOME);
  }
}
