package app.fragments.report.factcheck;

import java.time.DateTimeException;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Extracts dates as people write them: "2026-02-05", "5.2.2026", "Feb 5", "5th of February, 2026",
/// "Feb 1–7", "Am 3. und 5. Februar". [NameChecker] handles weekdays.
final class DateExtractor {
  private static final Pattern ISO =
      Pattern.compile("(?<![\\p{N}.-])(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?![\\p{N}-])");
  private static final Pattern ISO_MONTH =
      Pattern.compile("(?<![\\p{L}\\p{N}.-])(\\d{4})-(0[1-9]|1[0-2])(?![\\p{L}\\p{N}]|-\\p{N})");
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}./])(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4}|\\d{2})?(?![\\p{N}/])");

  /// A word before a date with dots. English ones are missing: "from 1.2.10 to 1.2.11" are
  /// versions.
  private static final Pattern DATE_PREPOSITION =
      Pattern.compile(
          "\\b(?:am|ab|bis|seit|vom|zum|dem|den|le|au|del|il|dal)\\s$", Pattern.CASE_INSENSITIVE);

  private static final Pattern VERSION =
      Pattern.compile("\\b(?:versions?|releases?|v)\\.?\\s?$", Pattern.CASE_INSENSITIVE);
  private static final int WORD_BEFORE = 12;
  private static final String BEFORE_A_DAY =
      "(?<![\\p{L}\\p{N}])(?:on|by|since|until|till|from|before|after|am|ab|bis|seit|vom|dem|den|le|du|au|el|del|il|dal)";

  /// "On 2/3", but not "on 2/3 of the machines": without a year it needs a preposition.
  private static final Pattern SLASHED =
      Pattern.compile(
          "(?=\\d)(?<="
              + BEFORE_A_DAY
              + "\\s)(\\d{1,2})/(\\d{1,2})(?![\\p{N}/%]|\\.\\p{N}|\\s(?:of|der|des|del?|du)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th|er|º|°)?\\.?(?!\\p{N})";
  private static final String JOINING =
      "(?:and|und|et|y|e|ed|to|bis|au|al|a|ao|tot|en|through|until) (?:(?:the|den|dem|zum|le|el|il)"
          + " )?";
  private static final String LAST = "(?: ?[-–—&] ?|,? " + JOINING + ")" + DAY;

  /// A day, or several joined by a dash or a word. Commas join only if a word follows.
  private static final String DAYS = "(" + DAY + "(?:(?:, ?" + DAY + "){0,30}" + LAST + "){0,3})";

  private static final String MONTH = "(?<![\\p{L}\\p{M}])(\\p{L}[\\p{L}\\p{M}]{2,14})\\.?";
  private static final String YEAR = "(?:,? {1,2}(?:del? )?(\\d{4})(?!\\p{N}))?";
  private static final Pattern MONTH_FIRST = anySpace(MONTH + " {1,2}" + DAYS + YEAR);
  private static final Pattern DAY_FIRST =
      anySpace(
          "(?<![\\p{N}.,:])"
              + DAYS
              + " {1,2}(?:(?:of|de) )?"
              + MONTH
              + "(?![\\p{L}\\p{M}])"
              + YEAR);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

  private DateExtractor() {}

  private static Pattern anySpace(String pattern) {
    return Pattern.compile(pattern.replace(" ", "[\\s\\p{Z}]"));
  }

  static List<Claim.Day> extract(CharSequence text) {
    List<Claim.Day> days = new ArrayList<>();
    ISO.matcher(text)
        .results()
        .forEach(m -> add(days, m, m.end(), days(m.group(2), m.group(3)), m.group(1)));
    NUMERIC
        .matcher(text)
        .results()
        .filter(m -> !isVersion(text, m))
        .forEach(m -> add(days, m, m.end(), eitherOrder(m.group(1), m.group(3)), m.group(4)));
    SLASHED
        .matcher(text)
        .results()
        .forEach(m -> add(days, m, m.end(), eitherOrder(m.group(1), m.group(2)), null));
    MONTH_FIRST.matcher(text).results().forEach(m -> addNamed(days, m, m.group(1), m.group(2)));
    DAY_FIRST.matcher(text).results().forEach(m -> addNamed(days, m, m.group(2), m.group(1)));
    return days;
  }

  /// Extracts months in digits, such as "2026-02".
  static List<Claim.Month> extractMonths(CharSequence text) {
    return ISO_MONTH
        .matcher(text)
        .results()
        .map(m -> new Claim.Month(m.start(), m.end(), YearMonth.parse(m.group())))
        .toList();
  }

  /// Whether dotted numbers are a version: "1.2.10" is one unless a preposition precedes it, while
  /// "01.02.10" and "am 1.2.10" are dates.
  private static boolean isVersion(CharSequence text, MatchResult numeric) {
    String year = numeric.group(4);
    if (numeric.group(2).equals("/") || (year != null && year.length() == 4)) {
      return false;
    }
    int start = numeric.start();
    CharSequence before = text.subSequence(Math.max(0, start - WORD_BEFORE), start);
    boolean padded = numeric.group(1).startsWith("0") || numeric.group(3).startsWith("0");
    return VERSION.matcher(before).find()
        || (year != null && !padded && !DATE_PREPOSITION.matcher(before).find());
  }

  private static void addNamed(
      List<Claim.Day> found, MatchResult match, String monthName, String dayList) {
    Month month = CalendarNames.month(monthName);
    if (month == null) {
      return;
    }
    // A trailing full stop may end the sentence; the name check needs to see it.
    int end = match.group().endsWith(".") ? match.end() - 1 : match.end();
    String number = Integer.toString(month.getValue());
    NUMBER
        .matcher(dayList)
        .results()
        .forEach(day -> add(found, match, end, days(number, day.group()), match.group(3)));
  }

  private static void add(
      List<Claim.Day> days,
      MatchResult match,
      int end,
      Set<MonthDay> monthDays,
      @Nullable String year) {
    if (!monthDays.isEmpty()) {
      days.add(new Claim.Day(match.start(), end, monthDays, year(year)));
    }
  }

  private static Set<MonthDay> eitherOrder(String first, String second) {
    Set<MonthDay> either = days(second, first);
    either.addAll(days(first, second));
    return either;
  }

  private static Set<MonthDay> days(String month, String day) {
    Set<MonthDay> days = new HashSet<>();
    try {
      days.add(MonthDay.of(Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException notADate) {
      // 2026-13-45 and 31.2. are not dates, but numbers
    }
    return days;
  }

  private static @Nullable Integer year(@Nullable String digits) {
    if (digits == null || digits.isEmpty()) {
      return null;
    }
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? 2000 + year : year;
  }
}
