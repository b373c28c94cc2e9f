package app.fragments.bench;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryStore;
import app.fragments.search.SearchQuery;
import app.fragments.search.SearchRequest;
import app.fragments.search.SearchRequest.Order;
import app.fragments.search.SearchResults;
import app.fragments.search.SearchService;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Measures search while a query is typed, beside SQLite's FTS5 on the same texts, and what the
/// index costs.
final class SearchBench {
  private static final String USER = "bench";
  private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 7);
  private static final int PER_DAY = 27;
  private static final int BATCH = 500;
  private static final int QUERIES = 60;
  private static final int SAVES = 300;
  private static final int ROWS = 1_000;
  private static final int VISIBLE = 12;
  private static final double MILLIS = 1e6;
  private static final double SECONDS = 1e9;
  private static final double MB = 1e6;

  private final BenchResult result =
      new BenchResult(
          "search",
          "Each keystroke of typed queries of one to three words and a tag, with 10,000 and 100,000"
              + " entries of about 900 characters whose words are as frequent as in natural text:"
              + " up to 1,000 results, a count, and the first 12 with their matches in context."
              + " SQLite's FTS5 has the same texts and returns the same, ordered by its `rank`.");

  private SearchBench() {}

  public static void main(String[] args) throws Exception {
    SearchBench bench = new SearchBench();
    bench.run(10_000);
    bench.run(100_000);
    bench.result.write();
  }

  private void run(int entries) throws Exception {
    Path folder = Files.createTempDirectory("fragments-bench");
    Words words = new Words();
    try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(folder))) {
      fill(stores.entries(), entries, words);
      double before = heap();
      try (SearchService search =
          new SearchService(
              folder.resolve("cache"),
              () -> "bench",
              stores::entries,
              () -> USER,
              Clock.systemUTC())) {
        build(search, entries);
        warmUp(search, words);
        double[] millis = keystrokes(words, line -> search(search, line));
        report(entries + ": keystroke, Lucene", millis, entries == 100_000 ? "<= 30" : "");
        result.add(entries + ": heap added", heap() - before, "MB", "<= 40");
        saves(stores.entries(), search, entries, words);
        update(stores.entries(), search, entries, words);
      }
      result.add(entries + ": index on disk", size(folder.resolve("cache")) / MB, "MB", "");
      reopen(stores, folder, entries);
      sqlite(stores.entries(), folder.resolve("fts.db"), entries);
    } finally {
      delete(folder);
    }
  }

  private static void fill(EntryStore store, int count, Words words) {
    for (int from = 0; from < count; from += BATCH) {
      store.saveAll(
          IntStream.range(from, Math.min(from + BATCH, count))
              .mapToObj(i -> entry(i, words))
              .toList());
    }
  }

  private static Entry entry(int i, Words words) {
    LocalDate day = FIRST_DAY.plusDays(i / PER_DAY);
    Instant at = day.atTime(9, 0).toInstant(ZoneOffset.UTC).plusSeconds(i % PER_DAY * 60L);
    return Entry.write(USER, day, ZoneOffset.UTC, at, words.text(4), words.text(150))
        .withTags(List.of("tag" + i % 50, words.next()));
  }

  private void build(SearchService search, int entries) throws InterruptedException {
    long started = System.nanoTime();
    search.awaitCurrent(_ -> {});
    result.add(
        entries + ": entries indexed a second, read from the store",
        entries / ((System.nanoTime() - started) / SECONDS),
        "1/s",
        entries == 100_000 ? ">= 20000" : "");
  }

  private interface Searcher {
    void search(String line) throws Exception;
  }

  private static SearchResults search(SearchService search, String line) {
    SearchQuery query = SearchQuery.parse(line, TODAY);
    return search.search(new SearchRequest(query, EntryFilter.ALL, Order.BEST, ROWS, VISIBLE, 1));
  }

  private static void warmUp(SearchService search, Words words) throws Exception {
    keystrokes(words, line -> search(search, line));
  }

  /// Types queries letter by letter.
  private static double[] keystrokes(Words words, Searcher searcher) throws Exception {
    List<Double> millis = new ArrayList<>();
    for (String query : queries(words)) {
      for (int typed = 1; typed <= query.length(); typed++) {
        long started = System.nanoTime();
        searcher.search(query.substring(0, typed));
        millis.add((System.nanoTime() - started) / MILLIS);
      }
    }
    return millis.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<String> queries(Words words) {
    Random random = new Random(7);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      String query =
          IntStream.range(0, 1 + i % 3)
              .mapToObj(_ -> words.word(random.nextInt(1 + random.nextInt(3_000))))
              .collect(Collectors.joining(" "));
      queries.add(i % 5 == 0 ? query + " tag:tag" + i % 50 : query);
    }
    return queries;
  }

  private void report(String what, double[] millis, String bound) {
    result.add(what + ", p50", BenchResult.percentile(millis, 0.5), "ms", "");
    result.add(what + ", p95", BenchResult.percentile(millis, 0.95), "ms", bound);
    result.add(what + ", slowest", BenchResult.percentile(millis, 1), "ms", "");
  }

  /// Saves while nobody and while somebody searches without a pause.
  private void saves(EntryStore store, SearchService search, int entries, Words words)
      throws Exception {
    result.add(entries + ": save, p95", saves(store, entries, words), "ms", "");
    AtomicBoolean done = new AtomicBoolean();
    Thread searching =
        Thread.ofPlatform()
            .start(
                () -> {
                  List<String> queries = queries(words);
                  for (int i = 0; !done.get(); i++) {
                    search(search, queries.get(i % queries.size()));
                  }
                });
    double busy = saves(store, entries, words);
    done.set(true);
    searching.join();
    result.add(entries + ": save while others search, p95", busy, "ms", "");
  }

  private static double saves(EntryStore store, int entries, Words words) {
    double[] millis = new double[SAVES];
    for (int i = 0; i < SAVES; i++) {
      Entry entry = entry(entries + i, words);
      long started = System.nanoTime();
      store.save(entry);
      millis[i] = (System.nanoTime() - started) / MILLIS;
    }
    return BenchResult.percentile(millis, 0.95);
  }

  private void update(EntryStore store, SearchService search, int entries, Words words)
      throws InterruptedException {
    double[] millis = new double[20];
    for (int i = 0; i < millis.length; i++) {
      store.save(entry(entries + i, words));
      long started = System.nanoTime();
      search.awaitCurrent(_ -> {});
      millis[i] = (System.nanoTime() - started) / MILLIS;
    }
    result.add(
        entries + ": one changed entry brought into the index, p95",
        BenchResult.percentile(millis, 0.95),
        "ms",
        "");
  }

  private void reopen(MongoStores stores, Path folder, int entries) throws InterruptedException {
    long started = System.nanoTime();
    try (SearchService search =
        new SearchService(
            folder.resolve("cache"),
            () -> "bench",
            stores::entries,
            () -> USER,
            Clock.systemUTC())) {
      search.awaitCurrent(_ -> {});
      search(search, "a");
      result.add(
          entries + ": open the index, with checksums, and search",
          (System.nanoTime() - started) / MILLIS,
          "ms",
          "");
    }
  }

  private void sqlite(EntryStore store, Path file, int entries) throws Exception {
    Words words = new Words();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE VIRTUAL TABLE fts USING fts5(title, tags, text,"
                + " tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')");
      }
      long nanos = insert(store, connection);
      result.add(
          entries + ": entries indexed a second, FTS5", entries / (nanos / SECONDS), "1/s", "");
      keystrokes(words, line -> searchSqlite(connection, line));
      double[] millis = keystrokes(words, line -> searchSqlite(connection, line));
      report(entries + ": keystroke, FTS5", millis, "");
    }
  }

  private static long insert(EntryStore store, Connection connection) throws SQLException {
    long nanos = 0;
    String sql = "INSERT INTO fts (title, tags, text) VALUES (?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (var page : (Iterable<List<Entry>>) entries(store)::iterator) {
        long started = System.nanoTime();
        for (Entry entry : page) {
          insert.setString(1, entry.title());
          insert.setString(2, String.join(" ", entry.tags()));
          insert.setString(3, entry.text());
          insert.execute();
        }
        nanos += System.nanoTime() - started;
      }
      long started = System.nanoTime();
      connection.commit();
      return nanos + System.nanoTime() - started;
    }
  }

  private static Stream<List<Entry>> entries(EntryStore store) {
    return store
        .pages(USER, EntryFilter.ALL, BATCH)
        .map(page -> store.findAll(USER, page.stream().map(header -> header.id()).toList()));
  }

  private static void searchSqlite(Connection connection, String line) throws SQLException {
    String query =
        Stream.of(line.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(
                word ->
                    word.toLowerCase(Locale.ROOT).startsWith("tag:")
                        ? "tags : \"" + word.substring(4) + "\""
                        : "\"" + word + "\"")
            .collect(Collectors.joining(" AND "));
    query += line.endsWith(" ") ? "" : " *";
    if (query.contains("\"\"")) {
      return;
    }
    try (PreparedStatement count =
            connection.prepareStatement("SELECT count(*) FROM fts WHERE fts MATCH ?");
        PreparedStatement rows =
            connection.prepareStatement(
                "SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rank LIMIT " + ROWS);
        PreparedStatement snippets =
            connection.prepareStatement(
                "SELECT snippet(fts, 2, '[', ']', '…', 24) FROM fts WHERE fts MATCH ?"
                    + " ORDER BY rank LIMIT "
                    + VISIBLE)) {
      for (PreparedStatement statement : List.of(count, rows, snippets)) {
        statement.setString(1, query);
        try (ResultSet found = statement.executeQuery()) {
          while (found.next()) {
            found.getString(1);
          }
        }
      }
    }
  }

  private static double heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MB;
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// Made-up words, the frequent ones short, whose frequencies follow Zipf's law.
  private static final class Words {
    private static final int COUNT = 40_000;
    private static final String[] SYLLABLES =
        "ba de lo mi ra tu ne so ka pi ver ton sel mar lin dor est ung ing ter".split(" ");

    private final Random random = new Random(42);
    private final String[] words = new String[COUNT];
    private final double[] cumulated = new double[COUNT];

    Words() {
      double sum = 0;
      Random letters = new Random(1);
      for (int i = 0; i < COUNT; i++) {
        int syllables = 1 + (int) (Math.log10(i + 1.0) / 1.3) + letters.nextInt(2);
        StringBuilder word = new StringBuilder();
        for (int s = 0; s < syllables; s++) {
          word.append(SYLLABLES[letters.nextInt(SYLLABLES.length)]);
        }
        words[i] = word.toString();
        sum += 1 / (i + 2.7);
        cumulated[i] = sum;
      }
    }

    String word(int rank) {
      return words[rank];
    }

    String next() {
      double at = random.nextDouble() * cumulated[COUNT - 1];
      int found = Arrays.binarySearch(cumulated, at);
      return words[Math.min(COUNT - 1, found < 0 ? -found - 1 : found)];
    }

    String text(int count) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < count; i++) {
        text.append(i == 0 ? "" : i % 12 == 0 ? ". " : " ").append(next());
      }
      return text.toString();
    }
  }
}
