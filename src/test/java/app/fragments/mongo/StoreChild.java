package app.fragments.mongo;

import app.fragments.job.Claimant;
import app.fragments.job.JobId;
import app.fragments.job.Lease;
import app.fragments.job.Tickets;
import app.fragments.journal.Entry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A process of its own on the built-in store, started and killed by [BuiltInProcessesIT].
///
/// What it prints has happened: a line is written after the store has answered.
final class StoreChild {
  private static final int THREADS = 4;

  private StoreChild() {}

  /// @param args `claim` or `write`, the store's folder, and this process's name
  public static void main(String[] args) throws Exception {
    try (Stores stores = Stores.open(new StoreLocation.BuiltIn(Path.of(args[1])));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        String name = args[2] + "-" + i;
        threads.execute(args[0].equals("claim") ? () -> claim(stores, name) : () -> write(stores));
      }
    }
  }

  private static void claim(Stores stores, String owner) {
    for (Optional<Lease> lease = stores.queue().claim(Claimant.of(owner));
        lease.isPresent();
        lease = stores.queue().claim(Claimant.of(owner))) {
      say("claimed " + lease.get().jobId() + " " + lease.get().fence());
      stores.queue().delete(lease.get());
    }
  }

  private static void write(Stores stores) {
    Entry entry = null;
    for (int i = 0; ; i++) {
      if (i % 3 == 0) {
        Instant now = Instant.ofEpochSecond(i);
        entry = Entry.write("ada", LocalDate.EPOCH.plusDays(i), ZoneOffset.UTC, now, "t", "text");
      }
      entry = stores.entries().save(entry.withText("title " + i, "text ".repeat(i % 50)));
      say("saved " + entry.id() + " " + entry.revision());
      JobId job = JobId.create();
      stores.queue().enqueue(Tickets.fresh(job));
      say("queued " + job + " 0");
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
