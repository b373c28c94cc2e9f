package app.fragments.report.factcheck;

import java.time.DateTimeException;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads days off a text in the spellings that people use: "2026-02-05", "5.2.2026", "Feb 5", "5th
/// of February, 2026", "Feb 1–7", "Am 3. und 5. Februar". A bare weekday is left to the names.
final class DateExtractor {
  private static final Pattern ISO =
      Pattern.compile("(?<![\\p{N}.-])(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?![\\p{N}-])");
  private static final Pattern ISO_MONTH =
      Pattern.compile("(?<![\\p{L}\\p{N}.-])(\\d{4})-(0[1-9]|1[0-2])(?![\\p{L}\\p{N}]|-\\p{N})");
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}./])(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4}|\\d{2})?(?![\\p{N}/])");

  /// Only where days are written with points: "from 1.2.10 to 1.2.11" are versions.
  private static final Pattern DAY_IS_DUE =
      Pattern.compile(
          "\\b(?:am|ab|bis|seit|vom|zum|dem|den|le|au|del|il|dal)\\s$", Pattern.CASE_INSENSITIVE);

  private static final Pattern VERSION =
      Pattern.compile("\\b(?:versions?|releases?|v)\\.?\\s?$", Pattern.CASE_INSENSITIVE);
  private static final int WORD_BEFORE = 12;

  private static final String BEFORE_A_DAY =
      "(?<![\\p{L}\\p{N}])(?:on|by|since|until|till|from|before|after|am|ab|bis|seit|vom|dem|den|le|du|au|el|del|il|dal)";

  /// "On 2/3", but not "on 2/3 of the machines": without a year, only where a day is due.
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

  /// A day, or several that a dash or a word joins; commas join only where a word follows.
  private static final String DAYS = "(" + DAY + "(?:(?:, ?" + DAY + "){0,30}" + LAST + "){0,3})";

  private static final String MONTH = "(?<![\\p{L}\\p{M}])(\\p{L}[\\p{L}\\p{M}]{2,14})\\.?";
  private static final String YEAR = "(?:,? {1,2}(?:del? )?(\\d{4})(?!\\p{N}))?";
  private static final Pattern MONTH_FIRST = spaced(MONTH + " {1,2}" + DAYS + YEAR);
  private static final Pattern DAY_FIRST =
      spaced(
          "(?<![\\p{N}.,:])"
              + DAYS
              + " {1,2}(?:(?:of|de) )?"
              + MONTH
              + "(?![\\p{L}\\p{M}])"
              + YEAR);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

  private final CalendarWords words;

  DateExtractor(CalendarWords words) {
    this.words = words;
  }

  private static Pattern spaced(String pattern) {
    return Pattern.compile(pattern.replace(" ", "[\\s\\p{Z}]"));
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
      if (isVersion(text, numeric)) {
        continue;
      }
      add(days, numeric, either(numeric.group(1), numeric.group(3)), year(numeric.group(4)));
    }
    Matcher slashed = SLASHED.matcher(text);
    while (slashed.find()) {
      add(days, slashed, either(slashed.group(1), slashed.group(2)), null);
    }
    Matcher named = MONTH_FIRST.matcher(text);
    while (named.find()) {
      addNamed(days, named, named.group(1), named.group(2), named.group(3));
    }
    named = DAY_FIRST.matcher(text);
    while (named.find()) {
      addNamed(days, named, named.group(2), named.group(1), named.group(3));
    }
    return days;
  }

  /// Whether three numbers with points, or two after "version", are a version: "1.2.10" is no day
  /// without a word that says so, while "01.02.10" and "am 1.2.10" are.
  private static boolean isVersion(CharSequence text, Matcher numeric) {
    String year = numeric.group(4);
    if (numeric.group(2).equals("/") || (year != null && year.length() == 4)) {
      return false;
    }
    CharSequence before =
        text.subSequence(Math.max(0, numeric.start() - WORD_BEFORE), numeric.start());
    boolean padded = numeric.group(1).startsWith("0") || numeric.group(3).startsWith("0");
    return VERSION.matcher(before).find()
        || (year != null && !padded && !DAY_IS_DUE.matcher(before).find());
  }

  /// Months in digits, such as "2026-02".
  List<Claim.Month> months(CharSequence text) {
    List<Claim.Month> months = new ArrayList<>();
    Matcher iso = ISO_MONTH.matcher(text);
    while (iso.find()) {
      YearMonth month = YearMonth.of(number(iso.group(1)), number(iso.group(2)));
      months.add(new Claim.Month(iso.start(), iso.end(), month));
    }
    return months;
  }

  private void addNamed(
      List<Claim.Day> found,
      Matcher match,
      String monthName,
      String listed,
      @Nullable String year) {
    Month month = words.month(monthName);
    if (month == null) {
      return;
    }
    // A full stop there may end the sentence, and what follows has its capital from that.
    boolean stop = match.group().endsWith(".");
    int end = stop ? match.end() - 1 : match.end();
    Matcher day = NUMBER.matcher(listed);
    while (day.find()) {
      add(found, match.start(), end, days(month.getValue(), number(day.group())), year(year));
    }
  }

  private static void add(
      List<Claim.Day> days, Matcher match, Set<MonthDay> monthDay, @Nullable Integer year) {
    add(days, match.start(), match.end(), monthDay, year);
  }

  private static void add(
      List<Claim.Day> days, int start, int end, Set<MonthDay> monthDay, @Nullable Integer year) {
    if (!monthDay.isEmpty()) {
      days.add(new Claim.Day(start, end, monthDay, year));
    }
  }

  private static Set<MonthDay> either(String first, String second) {
    Set<MonthDay> either = days(number(second), number(first));
    either.addAll(days(number(first), number(second)));
    return either;
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
