package app.fragments.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses dates as people and programs write them, with an optional time and zone: `2026-02-01`,
/// `2026-02-01 09:30 +0100`, `20260201`, `1 Feb 2026`, `February 1st, 2026 at 9:30 am`,
/// `01.02.2026`.
final class FlexibleDateParser {
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

  private FlexibleDateParser() {}

  /// A date with an optional time and zone. The date is the one in the text, whatever the zone.
  record ParsedDate(LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone) {
    Instant instant(ZoneId defaultZone, LocalTime defaultTime) {
      return date.atTime(time == null ? defaultTime : time)
          .atZone(zone == null ? defaultZone : zone)
          .toInstant();
    }

    /// Uses noon if the text has no time.
    Instant instant(ZoneId defaultZone) {
      return instant(defaultZone, LocalTime.NOON);
    }
  }

  /// @throws ImportFormatException if the text is not a date or is ambiguous
  static ParsedDate parse(String input) throws ImportFormatException {
    String text = WEEKDAY.matcher(input.strip()).replaceFirst("");
    try {
      for (Pattern pattern : DAYS) {
        Matcher day = pattern.matcher(text);
        if (day.matches()) {
          return of(day, month(day.group("m")), number(day.group("d")));
        }
      }
      Matcher slashes = SLASHES.matcher(text);
      if (slashes.matches()) {
        int a = number(slashes.group("a"));
        int b = number(slashes.group("b"));
        if (a <= 12 && b <= 12 && a != b) {
          throw new ImportFormatException(
              "\"" + input.strip() + "\" is ambiguous; write dates like 2026-02-01");
        }
        return of(slashes, Math.min(a, b), Math.max(a, b));
      }
    } catch (DateTimeException e) {
      // such as a 13th month, 30 February or an unknown zone
    }
    throw new ImportFormatException("\"" + input.strip() + "\" is not a date");
  }

  private static ParsedDate of(Matcher match, int month, int day) {
    LocalDate date = LocalDate.of(number(match.group("y")), month, day);
    if (match.group("rest").isBlank()) {
      return new ParsedDate(date, null, null);
    }
    Matcher time = TIME.matcher(match.group("rest"));
    if (!time.matches()) {
      throw new DateTimeException("Not a time: " + match.group("rest"));
    }
    int hour = hour(number(time.group("h")), time.group("half"));
    int second = time.group("s") == null ? 0 : number(time.group("s"));
    @Nullable ZoneId zone = null;
    if (time.group("zone") != null) {
      Matcher both = OFFSET_AND_REGION.matcher(time.group("zone"));
      zone = ZoneId.of(both.matches() ? both.group("region") : time.group("zone"));
    }
    return new ParsedDate(date, LocalTime.of(hour, number(time.group("min")), second), zone);
  }

  /// @param half "am", "pm" or null
  private static int hour(int hour, @Nullable String half) {
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("Not an hour: " + hour);
    }
    return hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
  }

  /// @param text a number or an English name or abbreviation
  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return number(text);
    }
    String name = text.toUpperCase(Locale.ROOT);
    for (Month month : Month.values()) {
      if (month.name().startsWith(name)) {
        return month.getValue();
      }
    }
    throw new DateTimeException("Not a month: " + text);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
