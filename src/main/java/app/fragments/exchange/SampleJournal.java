package app.fragments.exchange;

import app.fragments.exchange.SampleReader.Sample;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import app.fragments.settings.TextResource;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The sample journal offered on the first start: some 40 entries of a product team's month.
///
/// `samples.md` dates them in working days before the newest one; this class maps those to the
/// calendar so that the journal ends now. The newest working day is today, from 9:00 Monday to
/// Friday; earlier in the day and on weekends it is the previous working day. A Monday starts at
/// midnight. So both the current week (Monday to Sunday) and the one before always have entries.
public final class SampleJournal {
  /// The importer in the [Entry#source()] of each sample.
  public static final String IMPORTER = "samples";

  private static final String FILE = "samples.md";
  private static final LocalTime WORK_BEGINS = LocalTime.of(9, 0);
  private static final Duration LATE_WINDOW = Duration.ofHours(1);

  private final List<Sample> samples;

  public SampleJournal() {
    String file = TextResource.read(SampleJournal.class, FILE);
    samples = SampleReader.read(file).stream().sorted(Sample.OLDEST_FIRST).toList();
  }

  /// The samples as new entries of this user, oldest first, none later than `now`. Their ids are
  /// always the same for a user, so saving them again adds no duplicates.
  ///
  /// @param now in the user's time zone
  public List<Entry> entries(String userId, ZonedDateTime now) {
    List<ZonedDateTime> times = times(now);
    return IntStream.range(0, samples.size())
        .mapToObj(i -> entry(userId, samples.get(i), times.get(i)))
        .toList();
  }

  /// Whether this is a sample that the user has not edited.
  public static boolean isUntouched(Entry entry) {
    EntrySource source = entry.source();
    return source != null
        && source.importer().equals(IMPORTER)
        && source.digest().equals(entry.contentDigest());
  }

  private static Entry entry(String userId, Sample sample, ZonedDateTime time) {
    Instant at = time.toInstant();
    Entry entry =
        new Entry(
            EntryId.ofSource(userId, IMPORTER, sample.key()),
            userId,
            time.toLocalDate(),
            time.getZone(),
            at,
            at,
            0,
            sample.title(),
            sample.text(),
            sample.tags(),
            sample.mood(),
            sample.starred(),
            null,
            null);
    return entry.withSource(new EntrySource(IMPORTER, sample.key(), entry.contentDigest()));
  }

  /// The time of each sample. Those whose time today is yet to come move, in order, into the hour
  /// before now, or into the time since midnight or since the previous entry if that is shorter.
  private List<ZonedDateTime> times(ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    boolean begun =
        today.getDayOfWeek() == DayOfWeek.MONDAY || !now.toLocalTime().isBefore(WORK_BEGINS);
    LocalDate newest = isWorkingDay(today) && begun ? today : workingDayBefore(today);
    List<ZonedDateTime> times = new ArrayList<>();
    for (Sample sample : samples) {
      LocalDate day = newest;
      for (int i = 0; i < sample.daysBack(); i++) {
        day = workingDayBefore(day);
      }
      ZonedDateTime planned = day.atTime(sample.time()).atZone(now.getZone());
      if (planned.isAfter(now)) {
        break;
      }
      times.add(planned);
    }
    ZonedDateTime start = later(today.atStartOfDay(now.getZone()), now.minus(LATE_WINDOW));
    start = times.isEmpty() ? start : later(start, times.getLast());
    int late = samples.size() - times.size();
    Duration step = Duration.between(start, now).dividedBy(late + 1L);
    for (int i = 1; i <= late; i++) {
      times.add(start.plus(step.multipliedBy(i)).truncatedTo(ChronoUnit.SECONDS));
    }
    return times;
  }

  private static LocalDate workingDayBefore(LocalDate day) {
    LocalDate before = day.minusDays(1);
    while (!isWorkingDay(before)) {
      before = before.minusDays(1);
    }
    return before;
  }

  private static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }

  private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
    return one.isBefore(other) ? other : one;
  }
}
