package app.fragments.cli;

import app.fragments.journal.Tags;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Parses the values of options.
final class Converters {
  private Converters() {}

  /// A date: `2026-02-01`, `today` or `yesterday`.
  static LocalDate date(String value, LocalDate today) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    try {
      LocalDate date =
          switch (text) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            default -> LocalDate.parse(text);
          };
      // The store sorts dates as text, which needs four-digit years.
      if (date.getYear() >= 1 && date.getYear() <= 9999) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Reported below.
    }
    throw new TypeConversionException(
        "'" + value + "' is not a date; use 2026-02-01, today or yesterday");
  }

  /// A duration such as `90s`, `10m`, `1h30m` or `2d`, or in ISO 8601.
  static Duration duration(String value) {
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

  /// The value with this name, in any case.
  static <T> T oneOf(T[] values, Function<T, String> name, String value) {
    for (T it : values) {
      if (name.apply(it).equalsIgnoreCase(value.strip())) {
        return it;
      }
    }
    String names = Stream.of(values).map(name).collect(Collectors.joining(", "));
    throw new TypeConversionException("'%s' is not one of %s".formatted(value, names));
  }

  /// A tag, optionally with the `#` that lists show.
  static final class TagConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return Tags.clean(value);
    }
  }
}
