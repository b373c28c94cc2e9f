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

/// The names of months and days in the languages that a journal may well be written in.
final class CalendarWords {
  private static final List<Locale> LOCALES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.ITALIAN,
          Locale.of("es"),
          Locale.of("pt"),
          Locale.of("nl"));

  /// Short names that are English words as well: "set 3", "out 5", "gen 2".
  private static final Set<String> AMBIGUOUS =
      Set.of("set", "out", "ago", "gen", "mag", "lug", "giu", "mei");

  private final Map<String, Month> months = new HashMap<>();
  private final Map<String, DayOfWeek> days = new HashMap<>();

  CalendarWords() {
    for (Locale locale : LOCALES) {
      for (Month month : Month.values()) {
        months.putIfAbsent(
            WordNormalizer.fold(month.getDisplayName(TextStyle.FULL, locale)), month);
      }
      for (DayOfWeek day : DayOfWeek.values()) {
        days.putIfAbsent(WordNormalizer.fold(day.getDisplayName(TextStyle.FULL, locale)), day);
      }
    }
    for (Locale locale : LOCALES) {
      for (Month month : Month.values()) {
        String name =
            WordNormalizer.fold(month.getDisplayName(TextStyle.SHORT, locale)).replace(".", "");
        if (!AMBIGUOUS.contains(name)) {
          months.putIfAbsent(name, month);
        }
      }
    }
    months.putIfAbsent("sept", Month.SEPTEMBER);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.putIfAbsent(
          WordNormalizer.fold(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)), day);
    }
    days.putIfAbsent("tues", DayOfWeek.TUESDAY);
    days.putIfAbsent("thur", DayOfWeek.THURSDAY);
    days.putIfAbsent("thurs", DayOfWeek.THURSDAY);
  }

  @Nullable Month month(String word) {
    return months.get(WordNormalizer.fold(word));
  }

  @Nullable DayOfWeek day(String word) {
    return days.get(WordNormalizer.fold(word));
  }
}
