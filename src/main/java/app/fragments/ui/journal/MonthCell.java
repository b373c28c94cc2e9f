package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A month in the picker: its name, its number of fragments, and its heat.
final class MonthCell extends Button {
  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
  private static final int SHADES = 4;

  private final Label count = new Label();

  MonthCell(Month month) {
    getStyleClass().setAll("month-cell");
    Label name = new Label(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
    name.getStyleClass().add("month-name");
    count.getStyleClass().add("month-count");
    count.managedProperty().bind(count.visibleProperty());
    VBox lines = new VBox(name, count);
    lines.getStyleClass().add("month-lines");
    setGraphic(lines);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxWidth(Double.MAX_VALUE);
  }

  /// @param most fragments in a month for the darkest shade
  void show(YearMonth month, int fragments, int most, boolean shown, Messages messages) {
    setUserData(month);
    count.setText(Integer.toString(fragments));
    count.setVisible(fragments > 0);
    getStyleClass().removeIf(style -> style.startsWith("heat-"));
    getStyleClass().add("heat-" + heat(fragments, most));
    pseudoClassStateChanged(SHOWN, shown);
    String name = DateFormats.month(month.atDay(1));
    setAccessibleText(messages.get("calendar.day.spoken", name, fragments));
  }

  YearMonth month() {
    return (YearMonth) getUserData();
  }

  private static int heat(int fragments, int most) {
    return fragments == 0 ? 0 : Math.max(1, SHADES * fragments / most);
  }
}
