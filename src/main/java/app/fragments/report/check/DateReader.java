package app.fragments.report.check;

import java.time.DateTimeException;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads days off a text in the spellings that people use: "2026-02-05", "5.2.2026", "Feb 5", "5th
/// of February, 2026", "Feb 1–7". A bare weekday is left to the names.
final class DateReader {
  private static final Pattern ISO =
      Pattern.compile("(?<![\\p{N}.-])(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?![\\p{N}-])");
  private static final Pattern NUMERIC =
      Pattern.compile("(?<![\\p{N}./])(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4}|\\d{2})?(?![\\p{N}/])");
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?\\.?";
  private static final String DASH = "\\s?(?:-|–|—|to|and|bis)\\s?";
  private static final String MONTH = "(?<!\\p{L})(\\p{L}{3,10})\\.?";
  private static final String YEAR = "(?:,?\\s{1,2}(\\d{4})(?!\\p{N}))?";
  private static final String LAST_DAY = "(?:" + DASH + DAY + "(?!\\p{N}))?";
  private static final Pattern MONTH_FIRST =
      Pattern.compile(MONTH + "\\s{1,2}" + DAY + "(?!\\p{N})" + LAST_DAY + YEAR);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\p{N}.,:])"
              + DAY
              + LAST_DAY
              + "\\s{1,2}(?:of\\s|de\\s)?"
              + MONTH
              + "(?!\\p{L})"
              + YEAR);

  private final CalendarWords words;

  DateReader(CalendarWords words) {
    this.words = words;
  }

  List<Claim.Day> read(CharSequence text) {
    List<Claim.Day> days = new ArrayList<>();
    Matcher iso = ISO.matcher(text);
    while (iso.find()) {
      Set<MonthDay> day = days(number(iso.group(2)), number(iso.group(3)));
      add(days, iso, day, number(iso.group(1)));
    }
    Matcher numeric = NUMERIC.matcher(text);
    while (numeric.find()) {
      int first = number(numeric.group(1));
      int second = number(numeric.group(3));
      Set<MonthDay> either = days(second, first);
      either.addAll(days(first, second));
      add(days, numeric, either, year(numeric.group(4)));
    }
    Matcher named = MONTH_FIRST.matcher(text);
    while (named.find()) {
      addNamed(days, named, named.group(1), named.group(2), named.group(3), named.group(4));
    }
    named = DAY_FIRST.matcher(text);
    while (named.find()) {
      addNamed(days, named, named.group(3), named.group(1), named.group(2), named.group(4));
    }
    return days;
  }

  private void addNamed(
      List<Claim.Day> days,
      Matcher match,
      String monthName,
      String day,
      @Nullable String lastDay,
      @Nullable String year) {
    Month month = words.month(monthName);
    if (month == null) {
      return;
    }
    add(days, match, days(month.getValue(), number(day)), year(year));
    if (lastDay != null) {
      add(days, match, days(month.getValue(), number(lastDay)), year(year));
    }
  }

  private static void add(
      List<Claim.Day> days, Matcher match, Set<MonthDay> monthDay, @Nullable Integer year) {
    if (!monthDay.isEmpty()) {
      days.add(new Claim.Day(match.start(), match.end(), monthDay, year));
    }
  }

  private static Set<MonthDay> days(int month, int day) {
    Set<MonthDay> days = new HashSet<>();
    try {
      days.add(MonthDay.of(month, day));
    } catch (DateTimeException none) {
      // 2026-13-45 or 31.2. is no day: it stays a number
    }
    return days;
  }

  private static @Nullable Integer year(@Nullable String digits) {
    if (digits == null || digits.isEmpty()) {
      return null;
    }
    int year = number(digits);
    return digits.length() == 2 ? Integer.valueOf(2000 + year) : Integer.valueOf(year);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
