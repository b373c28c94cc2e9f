package app.fragments.torture;

import app.fragments.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Formats the results of a torture run as a table.
final class TortureTable {
  private TortureTable() {}

  static String of(String title, Torture torture, Duration took) {
    StringBuilder table = new StringBuilder(title).append('\n');
    table.append("%-70s %6s %12s%n".formatted("kills", "count", "job in hand"));
    torture
        .tally()
        .lines()
        .forEach(
            (label, line) ->
                table.append("%-70s %6d %12d%n".formatted(label, line.kills(), line.inHand())));
    table.append("%-70s %6d%n".formatted("all", torture.tally().kills()));
    Ledger ledger = torture.ledger();
    List<Job> jobs = Audit.jobs(torture.stores());
    Map<String, Integer> ends = new TreeMap<>();
    jobs.forEach(job -> ends.merge(end(job), 1, Integer::sum));
    Map<Integer, Integer> recoveries = new TreeMap<>();
    jobs.forEach(job -> recoveries.merge(job.recoveries(), 1, Integer::sum));
    long acknowledged = ledger.books().values().stream().filter(book -> book.acknowledged).count();
    long lapsed = ledger.books().values().stream().mapToLong(Ledger.Book::lapsed).sum();
    row(table, "jobs acknowledged", acknowledged);
    row(table, "jobs in the store (the rest: killed before the acknowledgement)", jobs.size());
    row(table, "ended", ends);
    row(table, "jobs by number of rescues", recoveries);
    row(table, "generator calls", ledger.allCalls());
    row(table, "late writes refused", ledger.refused());
    row(table, "leases lost by processes that nobody touched", lapsed);
    row(table, "cut off until claimed again", distribution(ledger.recoveries()));
    row(table, "asides", torture.tally().asides());
    row(table, "took", took.toSeconds() + " s");
    return table.toString();
  }

  private static String end(Job job) {
    return job.status() + (job.failure() == null ? "" : " " + job.failure().kind());
  }

  private static void row(StringBuilder table, String name, Object value) {
    table.append("%s: %s%n".formatted(name, value));
  }

  /// Count, minimum, median, 90th percentile and maximum.
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
