package app.fragments.torture;

import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobService;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryStore;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Submits jobs. Each has new entries with a marker that identifies its generator calls. The
/// generator refuses every tenth job.
final class Work {
  static final String USER = "ada";
  private static final Pattern MARK = Pattern.compile("Mark (\\w+)\\.");
  private static final String REFUSED = "x";
  private static final int REFUSED_EVERY = 10;

  private final EntryStore entries;
  private final JobService service;
  private final String prefix;
  private final AtomicInteger count = new AtomicInteger();

  /// @param prefix of the markers; unique per process
  Work(EntryStore entries, JobService service, String prefix) {
    this.entries = entries;
    this.service = service;
    this.prefix = prefix;
  }

  /// @return the job, once the store has acknowledged it
  JobId submit() {
    int number = count.incrementAndGet();
    String marker = prefix + "n" + number + (number % REFUSED_EVERY == 0 ? REFUSED : "");
    List<Entry> written =
        Stream.of(
                "Mark " + marker + ". Shipped the importer, which reads 2540 entries in 4 s.",
                "Paired with Grace on the queue. Next we will kill its workers.",
                "The build was broken by a fence that nobody checked.")
            .map(text -> entries.save(entry(text)))
            .toList();
    return service
        .submit(
            USER,
            Selection.of(written.stream().map(Entry::id).toList()),
            ReportTemplate.WEEKLY_PROGRESS,
            JobOptions.DEFAULT)
        .jobId();
  }

  private static Entry entry(String text) {
    return Entry.write(
        USER,
        LocalDate.of(2026, 2, 1),
        ZoneOffset.UTC,
        Instant.parse("2026-02-01T08:00:00Z"),
        "",
        text);
  }

  /// The marker in an entry or a prompt.
  static String marker(String text) {
    Matcher marker = MARK.matcher(text);
    if (!marker.find()) {
      throw new IllegalArgumentException("No marker in: " + text);
    }
    return marker.group(1);
  }

  /// Whether the generator refuses the job with this marker.
  static boolean isRefused(String marker) {
    return marker.endsWith(REFUSED);
  }
}
