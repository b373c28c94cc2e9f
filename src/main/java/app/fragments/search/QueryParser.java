package app.fragments.search;

import app.fragments.search.QueryPart.Days;
import app.fragments.search.QueryPart.Kind;
import app.fragments.search.QueryPart.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a query into its parts. Never fails: queries are parsed while they are typed.
final class QueryParser {
  private static final String QUOTES = "\"“”„«»";
  private static final Pattern KEY =
      Pattern.compile("(tag|title|from|to|on|is|has):", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(?:(\\d{1,2})(?:-(\\d{1,2})?)?)?)?");
  private static final Map<String, Kind> VALUES =
      Map.of(
          "is:starred", Kind.STARRED,
          "is:star", Kind.STARRED,
          "has:picture", Kind.PICTURE,
          "has:pictures", Kind.PICTURE,
          "has:image", Kind.PICTURE);

  private final String text;
  private final LocalDate today;
  private int position;

  /// Whether the part read last ends with a quotation mark.
  private boolean closed;

  QueryParser(String text, LocalDate today) {
    this.text = text;
    this.today = today;
  }

  SearchQuery parse() {
    List<QueryPart> parts = new ArrayList<>();
    while (true) {
      while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
        position++;
      }
      if (position == text.length()) {
        return new SearchQuery(text, today, parts);
      }
      parts.add(part());
    }
  }

  private QueryPart part() {
    int start = position;
    boolean excluded = at(position) == '-' && !Character.isWhitespace(at(position + 1));
    if (excluded) {
      position++;
    }
    String key = key();
    boolean quoted = QUOTES.indexOf(at(position)) >= 0;
    closed = false;
    String value = quoted ? quotedValue() : plainValue();
    boolean open = position == text.length() && !closed;
    return part(key, excluded, quoted, value, start, open);
  }

  private QueryPart part(
      String key, boolean excluded, boolean quoted, String value, int start, boolean open) {
    Kind kind =
        switch (key) {
          case "tag:" -> Kind.TAG;
          case "#" -> Kind.HASHTAG;
          case "title:" -> Kind.TITLE;
          case "from:" -> Kind.FROM;
          case "to:" -> Kind.TO;
          case "on:" -> Kind.ON;
          case "is:" -> VALUES.getOrDefault(key + value.toLowerCase(Locale.ROOT), Kind.STARRED);
          case "has:" -> VALUES.getOrDefault(key + value.toLowerCase(Locale.ROOT), Kind.PICTURE);
          default -> quoted ? Kind.PHRASE : Kind.WORD;
        };
    Optional<Days> days = kind.isDate() ? days(value) : Optional.empty();
    Problem problem = null;
    if (value.isBlank()) {
      problem = Problem.EMPTY;
    } else if (kind.isDate() && days.isEmpty()) {
      problem = Problem.NOT_A_DATE;
    } else if ((key.equals("is:") || key.equals("has:"))
        && !VALUES.containsKey(key + value.toLowerCase(Locale.ROOT))) {
      problem = Problem.UNKNOWN_VALUE;
    }
    return new QueryPart(kind, excluded, value, start, position, open, days.orElse(null), problem);
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }

  /// Reads a key with its colon, or `#`; empty if there is none.
  private String key() {
    if (at(position) == '#' && !Character.isWhitespace(at(position + 1))) {
      position++;
      return "#";
    }
    Matcher matcher = KEY.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    position = matcher.end();
    return matcher.group().toLowerCase(Locale.ROOT);
  }

  private String plainValue() {
    int from = position;
    while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return text.substring(from, position);
  }

  private String quotedValue() {
    int from = ++position;
    while (position < text.length() && QUOTES.indexOf(text.charAt(position)) < 0) {
      position++;
    }
    String value = text.substring(from, position);
    closed = position < text.length();
    if (closed) {
      position++;
    }
    return value;
  }

  private Optional<Days> days(String value) {
    String written = value.toLowerCase(Locale.ROOT);
    if (written.equals("today")) {
      return Optional.of(new Days(today, today));
    }
    if (written.equals("yesterday")) {
      return Optional.of(new Days(today.minusDays(1), today.minusDays(1)));
    }
    Matcher matcher = DATE.matcher(written);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(matcher.group(1));
      if (matcher.group(2) == null) {
        return Optional.of(new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group(2)));
      if (matcher.group(3) == null) {
        return Optional.of(new Days(month.atDay(1), month.atEndOfMonth()));
      }
      LocalDate day = month.atDay(Integer.parseInt(matcher.group(3)));
      return Optional.of(new Days(day, day));
    } catch (DateTimeException e) {
      return Optional.empty(); // such as month 13
    }
  }
}
