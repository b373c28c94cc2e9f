package app.fragments.cli;

import app.fragments.job.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Parses the values of options.
final class Converters {
  private Converters() {}

  /// A date: `2026-02-01`, `today` or `yesterday`.
  record DateConverter(Clock clock, ZoneId zone) implements ITypeConverter<LocalDate> {
    /// The store sorts dates as text, which needs four-digit years.
    private static final int LAST_YEAR = 9999;

    @Override
    public LocalDate convert(String value) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
      return switch (value.strip().toLowerCase(Locale.ROOT)) {
        case "today" -> today;
        case "yesterday" -> today.minusDays(1);
        default -> parse(value.strip());
      };
    }

    private static LocalDate parse(String value) {
      try {
        LocalDate date = LocalDate.parse(value);
        if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
          return date;
        }
      } catch (DateTimeParseException e) {
        // Reported below.
      }
      throw new TypeConversionException(
          "'" + value + "' is not a date; use 2026-02-01, today or yesterday");
    }
  }

  /// A duration such as `90s`, `10m`, `1h30m` or `2d`, or in ISO 8601.
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      String text = value.strip().toUpperCase(Locale.ROOT);
      int days = text.indexOf('D') + 1; // ISO 8601 has a P before the days and a T after them
      String time = days == text.length() ? "" : "T" + text.substring(days);
      try {
        return Duration.parse(text.contains("P") ? text : "P" + text.substring(0, days) + time);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + value + "' is not a duration; use 90s, 10m, 1h30m or 2d");
      }
    }
  }

  static final class PriorityConverter implements ITypeConverter<Priority> {
    @Override
    public Priority convert(String value) {
      return Priority.ofWire(value)
          .orElseThrow(
              () -> new TypeConversionException("'" + value + "' is not high, normal or low"));
    }
  }

  /// A tag, optionally with the `#` that lists show.
  static final class TagConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      String tag = value.strip();
      return tag.startsWith("#") ? tag.substring(1) : tag;
    }
  }
}
