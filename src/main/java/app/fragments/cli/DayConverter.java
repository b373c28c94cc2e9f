package app.fragments.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A day on the command line: `2026-02-01`, `today` or `yesterday`.
record DayConverter(Clock clock, ZoneId zone) implements ITypeConverter<LocalDate> {
  /// Days are sorted as they are written, with four digits for the year.
  private static final int LAST_YEAR = 9999;

  @Override
  public LocalDate convert(String written) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "today" -> today;
      case "yesterday" -> today.minusDays(1);
      default -> parse(written.strip());
    };
  }

  private static LocalDate parse(String written) {
    try {
      LocalDate day = LocalDate.parse(written);
      if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
        return day;
      }
      throw isNone(written);
    } catch (DateTimeParseException e) {
      throw isNone(written);
    }
  }

  private static TypeConversionException isNone(String written) {
    return new TypeConversionException(
        "'" + written + "' is no day; write it as 2026-02-01, today or yesterday");
  }
}
