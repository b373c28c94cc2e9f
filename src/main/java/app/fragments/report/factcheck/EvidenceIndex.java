package app.fragments.report.factcheck;

import app.fragments.journal.Entry;
import app.fragments.report.Period;
import app.fragments.report.markdown.Markdown;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An index of what the fragments say: the words, numbers, dates, times and links in their titles,
/// texts and tags. Built in one pass.
final class EvidenceIndex {
  private final Set<String> words = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Set<String> percentages = new HashSet<>();
  private final Set<String> addresses = new HashSet<>();
  private final Set<Integer> minutes = new HashSet<>();
  private final Set<LocalDate> dates = new HashSet<>();
  private final Set<MonthDay> monthDays = new HashSet<>();
  private final Set<YearMonth> months = new HashSet<>();
  private final Set<Integer> years = new HashSet<>();
  private final Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);

  EvidenceIndex(List<Entry> fragments, Markdown markdown) {
    fragments.forEach(fragment -> add(fragment, markdown));
    if (!fragments.isEmpty()) {
      // A report may name the whole weeks around its period.
      Period period = Period.of(fragments);
      dates.add(period.start().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      dates.add(period.start().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)));
      dates.add(period.end().with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)));
      dates.add(period.end().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }
    for (LocalDate date : dates) {
      monthDays.add(MonthDay.from(date));
      months.add(YearMonth.from(date));
    }
  }

  private void add(Entry fragment, Markdown markdown) {
    String text =
        fragment.title() + "\n" + fragment.text() + "\n" + String.join("\n", fragment.tags());
    Set<String> own =
        TokenNormalizer.words(text)
            .flatMap(w -> Stream.of(w, w.substring(TokenNormalizer.elidedPrefixLength(w))))
            .map(TokenNormalizer::normalize)
            .collect(Collectors.toSet());
    words.addAll(own);
    addClaims(text);
    addLinks(markdown, fragment.text());
    addDates(fragment.date(), own);
    LocalTime written = fragment.createdAt().atZone(fragment.timeZone()).toLocalTime();
    minutes.add(written.getHour() * 60 + written.getMinute());
  }

  private void addClaims(String text) {
    Claims claims = Claims.extract(text);
    claims.links().forEach(link -> addresses.add(link.address()));
    addresses.addAll(LinkExtractor.extractWithoutScheme(text));
    claims.times().forEach(time -> minutes.addAll(time.minutes()));
    for (Claim.Day day : claims.days()) {
      monthDays.addAll(day.monthDays());
      Integer year = day.year();
      if (year != null) {
        years.add(year);
        day.monthDays().forEach(monthDay -> dates.add(monthDay.atYear(year)));
      }
    }
    claims.months().forEach(month -> months.add(month.month()));
    boolean percent = text.indexOf('%') >= 0 || words.contains("percent");
    addNumbers(NumberExtractor.extractListed(text), percent);
    for (Claim.Quantity number : NumberExtractor.extract(text)) {
      addNumbers(number.values(), percent || number.percent());
    }
  }

  private void addNumbers(Set<String> values, boolean percent) {
    numbers.addAll(values);
    if (percent) {
      percentages.addAll(values);
    }
  }

  /// Adds the addresses that Markdown knows: in plain text, the marks around them may look like
  /// their end.
  private void addLinks(Markdown markdown, String text) {
    if (!text.contains("://") && !text.contains("](") && !text.contains("]:")) {
      return;
    }
    markdown.passages(text).stream()
        .flatMap(passage -> passage.pieces().stream())
        .filter(piece -> !piece.address().isEmpty())
        .forEach(piece -> addresses.add(LinkExtractor.normalize(piece.address())));
  }

  private void addDates(LocalDate date, Set<String> own) {
    addDate(date);
    years.add(date.getYear());
    numbers.add(Integer.toString(date.getYear()));
    if (own.contains("yesterday") || own.contains("last")) {
      addDate(date.minusDays(1));
    }
    if (own.contains("tomorrow")) {
      addDate(date.plusDays(1));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (own.contains(day.name().toLowerCase(Locale.ROOT))) {
        dates.add(date.with(TemporalAdjusters.previous(day)));
        dates.add(date.with(TemporalAdjusters.next(day)));
      }
    }
  }

  private void addDate(LocalDate date) {
    dates.add(date);
    weekdays.add(date.getDayOfWeek());
  }

  /// Whether the word occurs in any form, with or without an elided article.
  boolean hasWord(String word) {
    String bare = word.substring(TokenNormalizer.elidedPrefixLength(word));
    return TokenNormalizer.containsForm(words, TokenNormalizer.normalize(word))
        || TokenNormalizer.containsForm(words, TokenNormalizer.normalize(bare));
  }

  boolean hasExactly(String word) {
    return words.contains(TokenNormalizer.normalize(word));
  }

  boolean hasWeekday(DayOfWeek day) {
    return weekdays.contains(day);
  }

  boolean has(Claim.Day day) {
    Integer year = day.year();
    return day.monthDays().stream()
        .anyMatch(
            monthDay ->
                (year == null || years.contains(year)) && monthDays.contains(monthDay)
                    || year != null && dates.contains(monthDay.atYear(year)));
  }

  boolean has(Claim.Month month) {
    return months.contains(month.month());
  }

  boolean has(Claim.Time time) {
    return time.minutes().stream().anyMatch(minutes::contains);
  }

  boolean has(Claim.Link link) {
    return addresses.contains(link.address());
  }

  boolean has(Claim.Quantity number) {
    Set<String> known = number.percent() ? percentages : numbers;
    return number.values().stream().anyMatch(known::contains);
  }

  /// Whether the number is the day of the month of a known date: "the 5th".
  boolean hasDayOfMonth(Claim.Quantity number) {
    return dates.stream()
        .anyMatch(date -> number.values().contains(Integer.toString(date.getDayOfMonth())));
  }

  /// Whether the number is the week of a known date: "week 6".
  boolean hasWeek(Claim.Quantity number) {
    return dates.stream()
        .map(date -> Integer.toString(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))
        .anyMatch(number.values()::contains);
  }
}
