package app.fragments.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day as people and programs write it, maybe with a time and a zone: `2026-02-01`, `2026-02-01
/// 09:30 +0100`, `20260201`, `1 Feb 2026`, `February 1st, 2026 at 9:30 am`, `01.02.2026`. The day
/// is always the one that stands there, whatever the zone.
///
/// @param date the day
/// @param time the time of day, or null
/// @param zone the zone, or null
record FlexibleDateParser(LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone) {
  private static final LocalTime NOON = LocalTime.NOON;
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\\s+");
  private static final List<Pattern> DAYS =
      List.of(
          Pattern.compile("^(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)(?<rest>.*)$"),
          Pattern.compile("^(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})(?!\\d)(?<rest>.*)$"),
          Pattern.compile("^(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>\\d{4})(?<rest>.*)$"),
          Pattern.compile(
              "^(?<d>\\d{1,2})(?:st|nd|rd|th|\\.)?[- ](?<m>\\p{L}{3,9})\\.?,?[-"
                  + " ](?<y>\\d{4})(?<rest>.*)$"),
          Pattern.compile(
              "^(?<m>\\p{L}{3,9})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})(?<rest>.*)$"));
  private static final Pattern SLASHES =
      Pattern.compile("^(?<a>\\d{1,2})[/-](?<b>\\d{1,2})[/-](?<y>\\d{4})(?<rest>.*)$");
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)^(?:[t,]|\\s|\\bat\\b)*(?<h>\\d{1,2})[:.h](?<min>\\d{2})(?::(?<s>\\d{2})(?:[.,]\\d+)?)?"
              + "\\s*(?<half>[ap]\\.?m\\.?(?!\\w))?\\s*(?<zone>\\S+)?\\s*$");
  private static final Pattern OFFSET_AND_REGION = Pattern.compile("^\\S*\\[(?<region>[^]]+)]$");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /// @throws Unreadable where it is no date, or may be two
  static FlexibleDateParser parse(String written) throws ImportFormatException {
    String text = WEEKDAY.matcher(written.strip()).replaceFirst("");
    try {
      for (Pattern pattern : DAYS) {
        Matcher day = pattern.matcher(text);
        if (day.matches()) {
          return of(
              day.group("y"), month(day.group("m")), number(day.group("d")), day.group("rest"));
        }
      }
      Matcher slashes = SLASHES.matcher(text);
      if (slashes.matches()) {
        return ofSlashes(slashes, written);
      }
    } catch (DateTimeException e) {
      // Falls through: a 13th month, a 30 February, a zone that is none.
    }
    throw new ImportFormatException("\"" + written.strip() + "\" is no date");
  }

  private static FlexibleDateParser ofSlashes(Matcher slashes, String written)
      throws ImportFormatException {
    int a = number(slashes.group("a"));
    int b = number(slashes.group("b"));
    if (a <= 12 && b <= 12 && a != b) {
      throw new ImportFormatException(
          "\"" + written.strip() + "\" may be two dates; write it as 2026-02-01 is written");
    }
    return of(slashes.group("y"), Math.min(a, b), Math.max(a, b), slashes.group("rest"));
  }

  private static FlexibleDateParser of(String year, int month, int day, String rest) {
    LocalDate date = LocalDate.of(number(year), month, day);
    if (rest.isBlank()) {
      return new FlexibleDateParser(date, null, null);
    }
    Matcher time = TIME.matcher(rest);
    if (!time.matches()) {
      throw new DateTimeException("No time: " + rest);
    }
    int hour = hour(number(time.group("h")), time.group("half"));
    @Nullable String second = time.group("s");
    LocalTime clock =
        LocalTime.of(hour, number(time.group("min")), second == null ? 0 : number(second));
    @Nullable String zone = time.group("zone");
    return new FlexibleDateParser(date, clock, zone == null ? null : zone(zone));
  }

  private static int hour(int hour, @Nullable String half) {
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("No hour: " + hour);
    }
    return hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
  }

  private static ZoneId zone(String written) {
    Matcher both = OFFSET_AND_REGION.matcher(written);
    return ZoneId.of(both.matches() ? both.group("region") : written);
  }

  private static int month(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return number(written);
    }
    String name = written.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(name) || (name.equals("sept") && i == 8)) {
        return i + 1;
      }
    }
    throw new DateTimeException("No month: " + written);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /// The moment it names: its time in its zone.
  ///
  /// @param otherZone where it names none
  /// @param otherTime where it names none
  Instant instant(ZoneId otherZone, LocalTime otherTime) {
    return date.atTime(time == null ? otherTime : time)
        .atZone(zone == null ? otherZone : zone)
        .toInstant();
  }

  /// The same, at noon where it names no time.
  Instant instant(ZoneId otherZone) {
    return instant(otherZone, NOON);
  }
}
