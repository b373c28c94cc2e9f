package app.fragments.torture;

import app.fragments.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The results of a torture run as text.
final class TortureTable {
  private TortureTable() {}

  static String of(String title, Torture torture, Duration took) {
    StringBuilder table = new StringBuilder(title).append('\n');
    table.append("%-70s %6s %12s%n".formatted("kill", "count", "interrupted"));
    torture
        .tally()
        .lines()
        .forEach(
            (label, line) ->
                table.append(
                    "%-70s %6d %12d%n".formatted(label, line.kills(), line.interruptedJobs())));
    table.append("%-70s %6d%n".formatted("total", torture.tally().kills()));
    Ledger ledger = torture.ledger();
    List<Job> jobs = Audit.jobs(torture.stores());
    Map<String, Integer> outcomes = new TreeMap<>();
    jobs.forEach(job -> outcomes.merge(outcome(job), 1, Integer::sum));
    Map<Integer, Integer> recoveries = new TreeMap<>();
    jobs.forEach(job -> recoveries.merge(job.recoveries(), 1, Integer::sum));
    long acknowledged =
        ledger.histories().values().stream().filter(history -> history.acknowledged).count();
    long lostLeases =
        ledger.histories().values().stream().mapToLong(Ledger.JobHistory::lostLeases).sum();
    row(table, "jobs acknowledged", acknowledged);
    row(table, "jobs in the store (includes unacknowledged ones)", jobs.size());
    row(table, "jobs by outcome", outcomes);
    row(table, "jobs by number of recoveries", recoveries);
    row(table, "generator calls", ledger.totalCalls());
    row(table, "writes refused", ledger.refused());
    row(table, "leases lost by untouched processes", lostLeases);
    row(table, "time from interruption to next claim", distribution(ledger.recoveries()));
    row(table, "notes", torture.tally().notes());
    row(table, "duration", took.toSeconds() + " s");
    return table.toString();
  }

  private static String outcome(Job job) {
    return job.status() + (job.failure() == null ? "" : " " + job.failure().kind());
  }

  private static void row(StringBuilder table, String name, Object value) {
    table.append("%s: %s%n".formatted(name, value));
  }

  /// Minimum, median, 90th percentile and maximum.
  static String distribution(List<Duration> times) {
    if (times.isEmpty()) {
      return "none";
    }
    List<Duration> sorted = times.stream().sorted().toList();
    return "%d times, min %.1f s, p50 %.1f s, p90 %.1f s, max %.1f s"
        .formatted(
            sorted.size(),
            seconds(sorted.getFirst()),
            seconds(sorted.get(sorted.size() / 2)),
            seconds(sorted.get(sorted.size() * 9 / 10)),
            seconds(sorted.getLast()));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  /// Prints the table and writes it to `target/torture`.
  static void publish(String name, String table) throws IOException {
    System.out.println(table);
    Path folder = Files.createDirectories(Path.of("target", "torture"));
    Files.writeString(folder.resolve(name + ".txt"), table);
  }
}
