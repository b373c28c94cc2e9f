package app.fragments.bench;

import app.fragments.job.ClaimRequest;
import app.fragments.job.JobId;
import app.fragments.job.Lease;
import app.fragments.job.Priority;
import app.fragments.job.QueueItem;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryStore.PageKey;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Measures the built-in store with 10,000 and 100,000 entries of about 1 KB.
final class StoreBench {
  private static final String USER = "bench";
  private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
  private static final int PER_DAY = 20;
  private static final int PAGE = 200;
  private static final int HEADERS_AT_ONCE = 1_000;
  private static final int BATCH = 500;
  private static final int WRITES = 1_000;
  private static final int JOBS = 2_000;
  private static final double MILLIS = 1e6;
  private static final double SECONDS = 1e9;

  private final BenchResult result =
      new BenchResult(
          "store", "The built-in store, with 10,000 and with 100,000 entries of about a kilobyte.");
  private final Random random = new Random(42);

  private StoreBench() {}

  public static void main(String[] args) throws Exception {
    StoreBench bench = new StoreBench();
    bench.run(10_000);
    bench.run(100_000);
    bench.result.write();
  }

  private void run(int entries) throws Exception {
    Path folder = Files.createTempDirectory("fragments-bench");
    try {
      try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(folder))) {
        fill(stores, entries);
      }
      long started = System.nanoTime();
      try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(folder))) {
        result.add(entries + ": open", (System.nanoTime() - started) / MILLIS, "ms", "<= 300");
        pages(stores, entries);
        headers(stores, entries);
        changes(stores, entries);
        writes(stores, entries, 1);
        writes(stores, entries, 8);
        claims(stores, entries);
      }
      double megabytes = Files.size(folder.resolve("journal.db")) / 1e6;
      result.add(entries + ": file", megabytes, "MB", "");
    } finally {
      delete(folder);
    }
  }

  private void fill(MongoStores stores, int count) {
    long nanos = 0;
    for (int from = 0; from < count; from += BATCH) {
      List<Entry> batch =
          IntStream.range(from, Math.min(from + BATCH, count)).mapToObj(this::entry).toList();
      long started = System.nanoTime();
      stores.entries().saveAll(batch);
      nanos += System.nanoTime() - started;
    }
    result.add(
        count + ": entries stored a second, in batches",
        count / (nanos / SECONDS),
        "1/s",
        ">= 5000");
  }

  private Entry entry(int i) {
    LocalDate day = FIRST_DAY.plusDays(i / PER_DAY);
    Instant at = day.atTime(9, 0).toInstant(ZoneOffset.UTC).plusSeconds(i % PER_DAY * 60L);
    StringBuilder text = new StringBuilder(1_100);
    while (text.length() < 1_000) {
      text.append(Integer.toString(random.nextInt(1 << 30), 36)).append(' ');
    }
    return Entry.write(USER, day, ZoneOffset.UTC, at, "Entry " + i, text.toString())
        .withTags(List.of("tag" + i % 7));
  }

  private void pages(MongoStores stores, int entries) {
    double[] millis = new double[100];
    for (int i = 0; i < millis.length; i++) {
      LocalDate to = FIRST_DAY.plusDays(random.nextInt(entries / PER_DAY));
      EntryFilter filter = i % 2 == 0 ? EntryFilter.ALL : EntryFilter.ALL.between(null, to);
      long started = System.nanoTime();
      stores.entries().list(USER, filter, null, PAGE);
      millis[i] = (System.nanoTime() - started) / MILLIS;
    }
    result.add(entries + ": page of 200 by date, first", millis[0], "ms", "");
    result.add(
        entries + ": page of 200 by date, p50", BenchResult.percentile(millis, 0.5), "ms", "");
    result.add(
        entries + ": page of 200 by date, p95",
        BenchResult.percentile(millis, 0.95),
        "ms",
        "<= 25");
  }

  private void headers(MongoStores stores, int entries) {
    long started = System.nanoTime();
    List<EntryHeader> all = new ArrayList<>(entries);
    PageKey after = null;
    List<EntryHeader> page;
    do {
      page = stores.entries().list(USER, EntryFilter.ALL, after, HEADERS_AT_ONCE);
      all.addAll(page);
      after = page.isEmpty() ? after : PageKey.after(page.getLast());
    } while (!page.isEmpty());
    if (all.size() != entries) {
      throw new IllegalStateException("Read " + all.size() + " headers of " + entries);
    }
    result.add(
        entries + ": all headers, in pages of 1,000",
        (System.nanoTime() - started) / SECONDS,
        "s",
        entries == 100_000 ? "<= 2" : "");
  }

  private void changes(MongoStores stores, int entries) {
    Instant since = stores.clock().now().plusSeconds(60);
    double[] millis = new double[50];
    for (int i = 0; i < millis.length; i++) {
      long started = System.nanoTime();
      stores.entries().changesSince(USER, since);
      millis[i] = (System.nanoTime() - started) / MILLIS;
    }
    result.add(
        entries + ": changes since, nothing changed, p95",
        BenchResult.percentile(millis, 0.95),
        "ms",
        "");
  }

  private void writes(MongoStores stores, int entries, int threads) {
    AtomicInteger left = new AtomicInteger(WRITES);
    long started = System.nanoTime();
    inParallel(
        threads,
        () -> {
          while (left.getAndDecrement() > 0) {
            stores.entries().save(entry(entries));
          }
        });
    result.add(
        entries + ": durable saves a second, threads: " + threads,
        WRITES / ((System.nanoTime() - started) / SECONDS),
        "1/s",
        "");
  }

  private void claims(MongoStores stores, int entries) {
    for (int i = 0; i < JOBS; i++) {
      stores.queue().enqueue(new QueueItem(JobId.create(), "ada", Priority.NORMAL, null, 0, 0, 0));
    }
    AtomicInteger claimed = new AtomicInteger();
    long started = System.nanoTime();
    inParallel(
        8,
        () -> {
          for (Optional<Lease> lease = stores.queue().claim(ClaimRequest.of("worker"));
              lease.isPresent();
              lease = stores.queue().claim(ClaimRequest.of("worker"))) {
            claimed.incrementAndGet();
            stores.queue().delete(lease.get());
          }
        });
    if (claimed.get() != JOBS) {
      throw new IllegalStateException("Claimed " + claimed + " of " + JOBS);
    }
    result.add(
        entries + ": jobs claimed and deleted a second, 8 workers",
        JOBS / ((System.nanoTime() - started) / SECONDS),
        "1/s",
        "");
  }

  private static void inParallel(int threads, Runnable work) {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        executor.execute(work);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
