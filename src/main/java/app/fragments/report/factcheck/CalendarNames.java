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
  private static final List<String> LANGUAGES = WordList.listOf("en de fr it es pt nl");

  /// Short month names that are also English words: "set 3", "out 5", "gen 2".
  private static final Set<String> AMBIGUOUS = WordList.setOf("set out ago gen mag lug giu mei");

  private static final Map<String, Month> MONTHS = new HashMap<>(Map.of("sept", Month.SEPTEMBER));
  private static final Map<String, DayOfWeek> WEEKDAYS =
      new HashMap<>(
          Map.of(
              "tues", DayOfWeek.TUESDAY,
              "thur", DayOfWeek.THURSDAY,
              "thurs", DayOfWeek.THURSDAY));

  static {
    for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
      for (String language : LANGUAGES) {
        Locale locale = Locale.of(language);
        for (Month month : Month.values()) {
          String name = TokenNormalizer.normalize(month.getDisplayName(style, locale));
          String bare = name.replace(".", "");
          if (style == TextStyle.FULL || !AMBIGUOUS.contains(bare)) {
            MONTHS.putIfAbsent(bare, month);
          }
        }
        if (style == TextStyle.FULL || language.equals("en")) {
          for (DayOfWeek day : DayOfWeek.values()) {
            String name = TokenNormalizer.normalize(day.getDisplayName(style, locale));
            WEEKDAYS.putIfAbsent(name, day);
          }
        }
      }
    }
  }

  private CalendarNames() {}

  static @Nullable Month month(String name) {
    return MONTHS.get(TokenNormalizer.normalize(name));
  }

  static @Nullable DayOfWeek weekday(String name) {
    return WEEKDAYS.get(TokenNormalizer.normalize(name));
  }
}
