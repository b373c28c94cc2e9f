package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.ui.common.DatePickerConverter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatePickerTest {
  private static final LocalDate DAY = LocalDate.parse("2026-02-06");

  @TempDir Path folder;

  @Test
  void a_date_picker_starts_the_week_like_the_calendar_whatever_the_system_locale() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.US);
    try (var _ = new OpenWindow(folder, services -> {})) {
      assertThat(FxThread.call(() -> firstDayName(new DatePicker(DAY)))).startsWith("M");
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  private static String firstDayName(DatePicker picker) {
    GridPane days =
        (GridPane) new DatePickerSkin(picker).getPopupContent().lookup(".calendar-grid");
    return days.getChildren().stream()
        .filter(node -> node.getStyleClass().contains("day-name-cell"))
        .map(node -> ((Labeled) node).getText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_date_picker_formats_dates_like_the_rest_of_the_window() {
    DatePickerConverter converter = new DatePickerConverter();

    assertThat(converter.toString(DAY)).isEqualTo("Fri 6 Feb 2026");
    assertThat(converter.fromString("Fri 6 Feb 2026")).isEqualTo(DAY);
    assertThat(converter.fromString("6 feb 2026")).isEqualTo(DAY);
    assertThat(converter.fromString("2026-02-06")).isEqualTo(DAY);
    assertThatThrownBy(() -> converter.fromString("soon"))
        .isInstanceOf(DateTimeParseException.class);
  }
}
