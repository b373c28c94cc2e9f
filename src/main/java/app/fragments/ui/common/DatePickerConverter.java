package app.fragments.ui.common;

import app.fragments.journal.DateFormats;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import javafx.util.converter.LocalDateStringConverter;

/// How a day reads in a date picker: "Fri 6 Feb 2026". "6 feb 2026" and "2026-02-06" can be typed
/// too.
public final class DatePickerConverter extends LocalDateStringConverter {
  private static final DateTimeFormatter PARSER =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("[[EEE ]d MMM uuuu][uuuu-M-d]")
          .toFormatter(DateFormats.LOCALE);

  public DatePickerConverter() {
    super(DateFormats.DAY_WITH_YEAR, PARSER);
  }
}
