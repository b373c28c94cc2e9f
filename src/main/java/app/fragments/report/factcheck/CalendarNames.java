package app.fragments.report.factcheck;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names of months and weekdays in the languages a journal is likely to be written in.
final class CalendarNames {
  private static final List<Locale> LOCALES =
      WordList.listOf("en de fr it es pt nl").stream().map(Locale::of).toList();

  /// Short month names that are also English words: "set 3", "out 5", "gen 2".
  private static final Set<String> AMBIGUOUS = WordList.setOf("set out ago gen mag lug giu mei");

  private static final Map<String, Month> MONTHS = months();
  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

  private CalendarNames() {}

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
      for (Locale locale : LOCALES) {
        for (Month month : Month.values()) {
          String name = TokenNormalizer.normalize(month.getDisplayName(style, locale));
          String bare = name.replace(".", "");
          if (style == TextStyle.FULL || !AMBIGUOUS.contains(bare)) {
            months.putIfAbsent(bare, month);
          }
        }
      }
    }
    months.putIfAbsent("sept", Month.SEPTEMBER);
    return months;
  }

  private static Map<String, DayOfWeek> weekdays() {
    Map<String, DayOfWeek> weekdays = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Locale locale : LOCALES) {
        weekdays.putIfAbsent(
            TokenNormalizer.normalize(day.getDisplayName(TextStyle.FULL, locale)), day);
      }
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      weekdays.putIfAbsent(
          TokenNormalizer.normalize(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)), day);
    }
    weekdays.putIfAbsent("tues", DayOfWeek.TUESDAY);
    weekdays.putIfAbsent("thur", DayOfWeek.THURSDAY);
    weekdays.putIfAbsent("thurs", DayOfWeek.THURSDAY);
    return weekdays;
  }

  static @Nullable Month month(String name) {
    return MONTHS.get(TokenNormalizer.normalize(name));
  }

  static @Nullable DayOfWeek weekday(String name) {
    return WEEKDAYS.get(TokenNormalizer.normalize(name));
  }
}
