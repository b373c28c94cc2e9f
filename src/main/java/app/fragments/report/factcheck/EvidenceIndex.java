package app.fragments.report.factcheck;

import app.fragments.journal.Entry;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/// What the fragments say, to be looked up: one pass over their titles, texts, tags and days.
final class EvidenceIndex {
  private final ClaimExtractor reader;
  private final Markdown markdown;
  private final Set<String> words = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Set<String> percentages = new HashSet<>();
  private final Set<String> addresses = new HashSet<>();
  private final Set<Integer> minutes = new HashSet<>();
  private final Set<LocalDate> dates = new HashSet<>();
  private final Set<MonthDay> daysOfAnyYear = new HashSet<>();
  private final Set<YearMonth> months = new HashSet<>();
  private final Set<Integer> years = new HashSet<>();
  private final Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);

  EvidenceIndex(List<Entry> fragments, ClaimExtractor reader, Markdown markdown) {
    this.reader = reader;
    this.markdown = markdown;
    fragments.forEach(this::add);
    addWeekOfPeriod(fragments);
    dates.forEach(date -> daysOfAnyYear.add(MonthDay.from(date)));
    dates.forEach(date -> months.add(YearMonth.from(date)));
  }

  private void add(Entry fragment) {
    Set<String> own = new HashSet<>();
    String said =
        fragment.title() + "\n" + fragment.text() + "\n" + String.join("\n", fragment.tags());
    Matcher word = WordNormalizer.WORD.matcher(said);
    while (word.find()) {
      own.add(WordNormalizer.fold(word.group()));
      int elided = WordNormalizer.afterElision(word.group());
      if (elided > 0) {
        own.add(WordNormalizer.fold(word.group().substring(elided)));
      }
    }
    words.addAll(own);
    addClaims(said);
    addLinks(fragment.text());
    addDays(fragment.date(), own);
    LocalTime written = fragment.createdAt().atZone(fragment.timeZone()).toLocalTime();
    minutes.add(written.getHour() * 60 + written.getMinute());
  }

  private void addClaims(String said) {
    ClaimExtractor.Reading reading = reader.readPlaces(said);
    reading.links().forEach(link -> addresses.add(link.address()));
    addresses.addAll(reader.bareAddresses(said));
    reading.times().forEach(time -> minutes.addAll(time.minutes()));
    for (Claim.Day day : reading.days()) {
      daysOfAnyYear.addAll(day.monthDay());
      Integer year = day.year();
      if (year != null) {
        years.add(year);
        day.monthDay().forEach(monthDay -> dates.add(monthDay.atYear(year)));
      }
    }
    reading.months().forEach(month -> months.add(month.month()));
    boolean percent = said.indexOf('%') >= 0 || words.contains("percent");
    Set<String> listed = reader.listedNumbers(said);
    numbers.addAll(listed);
    if (percent) {
      percentages.addAll(listed);
    }
    for (Claim.Quantity number : reader.allNumbers(said)) {
      numbers.addAll(number.values());
      if (percent || number.percent()) {
        percentages.addAll(number.values());
      }
    }
  }

  /// The addresses as Markdown has them: in the text, what is around them may pass for their end.
  private void addLinks(String text) {
    if (!text.contains("://") && !text.contains("](") && !text.contains("]:")) {
      return;
    }
    for (Passage passage : markdown.passages(text)) {
      for (Passage.Piece piece : passage.pieces()) {
        if (!piece.address().isEmpty()) {
          addresses.add(LinkExtractor.normal(piece.address()));
        }
      }
    }
  }

  private void addDays(LocalDate date, Set<String> own) {
    dates.add(date);
    weekdays.add(date.getDayOfWeek());
    years.add(date.getYear());
    numbers.add(Integer.toString(date.getYear()));
    if (own.contains("yesterday") || own.contains("last")) {
      dates.add(date.minusDays(1));
      weekdays.add(date.minusDays(1).getDayOfWeek());
    }
    if (own.contains("tomorrow")) {
      dates.add(date.plusDays(1));
      weekdays.add(date.plusDays(1).getDayOfWeek());
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (own.contains(WordNormalizer.fold(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))) {
        dates.add(date.with(TemporalAdjusters.previous(day)));
        dates.add(date.with(TemporalAdjusters.next(day)));
      }
    }
  }

  /// A report may name the week that its days lie in.
  private void addWeekOfPeriod(List<Entry> fragments) {
    fragments.stream()
        .map(Entry::date)
        .min(LocalDate::compareTo)
        .ifPresent(
            first -> {
              dates.add(first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
              dates.add(first.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)));
            });
    fragments.stream()
        .map(Entry::date)
        .max(LocalDate::compareTo)
        .ifPresent(
            last -> {
              dates.add(last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)));
              dates.add(last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
            });
  }

  boolean hasWord(String word) {
    return WordNormalizer.hasForm(words, WordNormalizer.fold(word))
        || WordNormalizer.hasForm(
            words, WordNormalizer.fold(word.substring(WordNormalizer.afterElision(word))));
  }

  /// Whether this very word occurs, in no other form.
  boolean hasExactly(String word) {
    return words.contains(WordNormalizer.fold(word));
  }

  boolean hasWeekday(DayOfWeek day) {
    return weekdays.contains(day);
  }

  /// Whether it is a fragment's day, or a day that one of them speaks of.
  boolean has(Claim.Day day) {
    Integer year = day.year();
    if (year == null) {
      return day.monthDay().stream().anyMatch(daysOfAnyYear::contains);
    }
    return day.monthDay().stream()
        .anyMatch(
            monthDay ->
                dates.contains(monthDay.atYear(year))
                    || (years.contains(year) && daysOfAnyYear.contains(monthDay)));
  }

  /// Whether it is the month of such a day, or one that a fragment names.
  boolean has(Claim.Month month) {
    return months.contains(month.month());
  }

  boolean has(Claim.Time time) {
    return time.minutes().stream().anyMatch(minutes::contains);
  }

  boolean has(Claim.Address address) {
    return addresses.contains(address.address());
  }

  boolean has(Claim.Quantity number) {
    Set<String> known = number.percent() ? percentages : numbers;
    return number.values().stream().anyMatch(known::contains);
  }

  /// Whether it is the day of the month of one of the days, for "the 5th".
  boolean hasDayOfMonth(Claim.Quantity number) {
    return dates.stream()
        .anyMatch(date -> number.values().contains(Integer.toString(date.getDayOfMonth())));
  }

  /// Whether it is the number of a week with one of the days in it, for "week 6".
  boolean hasWeek(Claim.Quantity number) {
    return dates.stream()
        .map(date -> Integer.toString(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))
        .anyMatch(number.values()::contains);
  }
}
