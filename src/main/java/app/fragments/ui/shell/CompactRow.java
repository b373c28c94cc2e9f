package app.fragments.ui.shell;

import app.fragments.ui.common.Theming;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// Marks a row of buttons as `:compact` while it is too narrow for their labels. The style sheet
/// then shows their icons only.
final class CompactRow {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  /// What the tabs and the report's buttons need, in pixels at the normal text size.
  private static final double FULL_WIDTH = 640;

  private CompactRow() {}

  static void follow(Region row, Theming theming) {
    row.widthProperty().addListener((o, old, now) -> update(row, theming));
    theming.textSize().addListener((o, old, now) -> update(row, theming));
  }

  private static void update(Region row, Theming theming) {
    row.pseudoClassStateChanged(COMPACT, row.getWidth() < theming.scaled(FULL_WIDTH));
  }
}
