package app.fragments.store.mongo;

import app.fragments.job.ClaimRequest;
import app.fragments.job.JobId;
import app.fragments.job.Lease;
import app.fragments.job.QueueItems;
import app.fragments.journal.Entry;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bson.Document;

/// A separate process on the built-in store, started and killed by [BuiltInProcessesIT] and
/// [KilledWritersIT].
///
/// Prints a line after each reply of the store, so whatever it has printed is stored.
final class StoreChild {
  private static final int THREADS = 4;

  private StoreChild() {}

  /// The collection to which commands write several documents at once.
  static final String BATCHES = "batches";

  static final String BATCH = "batch";
  static final String ROUND = "round";
  static final int BATCH_SIZE = 5;
  private static final int ROUNDS = 3;

  /// @param args `claim`, `write` or `batch`; the store's folder; this process's name
  public static void main(String[] args) throws Exception {
    try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(Path.of(args[1])));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        int i = thread;
        String name = args[2] + "-" + i;
        threads.execute(
            switch (args[0]) {
              case "claim" -> () -> claim(stores, name);
              case "batch" -> i % 2 == 0 ? () -> write(stores) : () -> writeBatches(stores);
              default -> () -> write(stores);
            });
      }
    }
  }

  private static void claim(MongoStores stores, String owner) {
    for (Optional<Lease> lease = stores.queue().claim(ClaimRequest.of(owner));
        lease.isPresent();
        lease = stores.queue().claim(ClaimRequest.of(owner))) {
      print("claimed " + lease.get().jobId() + " " + lease.get().fencingToken());
      stores.queue().delete(lease.get());
    }
  }

  private static void write(MongoStores stores) {
    Entry entry = null;
    for (int i = 0; ; i++) {
      if (i % 3 == 0) {
        Instant now = Instant.ofEpochSecond(i);
        entry = Entry.write("ada", LocalDate.EPOCH.plusDays(i), ZoneOffset.UTC, now, "t", "text");
      }
      entry = stores.entries().save(entry.withText("title " + i, "text ".repeat(i % 50)));
      print("saved " + entry.id() + " " + entry.revision());
      JobId job = JobId.create();
      stores.queue().enqueue(QueueItems.fresh(job));
      print("queued " + job + " 0");
    }
  }

  /// Several documents per command: all of them are written, or none.
  private static void writeBatches(MongoStores stores) {
    MongoCollection<Document> batches = stores.database().getCollection(BATCHES);
    while (true) {
      String batch = UUID.randomUUID().toString();
      batches.insertMany(
          Stream.generate(() -> new Document(BATCH, batch).append(ROUND, 0))
              .limit(BATCH_SIZE)
              .toList());
      print("batch " + batch + " 0");
      for (int round = 1; round <= ROUNDS; round++) {
        batches.updateMany(Filters.eq(BATCH, batch), Updates.set(ROUND, round));
        print("batch " + batch + " " + round);
      }
    }
  }

  private static synchronized void print(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
