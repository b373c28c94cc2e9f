package app.fragments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.InMemoryEntryStore;
import app.fragments.search.SearchRequest.Order;
import app.fragments.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The index follows the store, whatever happens to either.
class IndexUpdateTest extends SearchFixture {
  private static final Duration PROMISED = Duration.ofSeconds(2);

  private List<String> now(SearchService service, String query) {
    return titles(service.search(request(query, EntryFilter.ALL, Order.BEST)).entries());
  }

  private List<String> current(SearchService service, String query) {
    return titles(search(service, request(query, EntryFilter.ALL, Order.BEST)).entries());
  }

  /// Waits for the result that the index must have within two seconds.
  private void assertFoundInTime(SearchService service, String query, String... titles)
      throws InterruptedException {
    CountDownLatch found = new CountDownLatch(1);
    Runnable look =
        () -> {
          if (now(service, query).equals(List.of(titles))) {
            found.countDown();
          }
        };
    service.onChange(look);
    look.run();
    assertThat(found.await(PROMISED.toMillis(), TimeUnit.MILLISECONDS))
        .as("%s finds %s instead of %s", query, now(service, query), List.of(titles))
        .isTrue();
  }

  @Test
  void writes_edits_trash_and_purges_arrive_within_two_seconds() throws Exception {
    Entry first = write("first", "one");
    assertThat(find("one")).containsExactly("first");

    write("second", "two");
    assertFoundInTime(service(), "two", "second");
    store.save(first.withText("first", "changed"));
    assertFoundInTime(service(), "changed", "first");
    assertThat(now(service(), "one")).isEmpty();
    store.trash(USER, List.of(first.id()));
    assertFoundInTime(service(), "changed");
    store.restore(USER, List.of(first.id()));
    assertFoundInTime(service(), "changed", "first");
    store.trash(USER, List.of(first.id()));
    store.purge(USER, List.of(first.id()));
    assertFoundInTime(service(), "changed");
    assertThat(search("changed", EntryFilter.ALL.inTrash(), Order.BEST).total()).isZero();
  }

  @Test
  void a_purged_entry_disappears_even_if_another_one_is_written_at_the_same_time() {
    Entry gone = write("gone", "word");
    find("word");
    store.trash(USER, List.of(gone.id()));
    store.purge(USER, List.of(gone.id()));
    write("new", "word");
    write("newer", "word");

    assertThat(find("word")).containsExactlyInAnyOrder("new", "newer");
    assertThat(search("word", EntryFilter.ALL.inTrash(), Order.BEST).total()).isZero();
  }

  @Test
  void several_processes_find_each_others_writes() throws Exception {
    write("first", "word");
    try (SearchService one = open("store");
        SearchService other = open("store")) {
      assertThat(current(one, "word")).containsExactly("first");
      assertThat(current(other, "word")).containsExactly("first");

      writeOn("2026-02-07", "second", "word");
      assertThat(current(other, "word")).containsExactly("second", "first");
      writeOn("2026-02-08", "third", "word");
      assertFoundInTime(other, "word", "third", "second", "first");
      assertFoundInTime(one, "word", "third", "second", "first");
    }
  }

  @Test
  void another_process_takes_over_when_the_one_that_writes_ends() {
    write("first", "word");
    SearchService one = open("store");
    try (SearchService other = open("store")) {
      current(one, "word");
      current(other, "word");
      one.close();
      writeOn("2026-02-07", "second", "word");

      assertThat(current(other, "word")).containsExactly("second", "first");
    }
  }

  @Test
  void the_next_process_continues_with_the_index_instead_of_building_it_again() {
    CountingStore counting = new CountingStore();
    store = counting;
    for (int i = 0; i < 300; i++) {
      write("t" + i, "word");
    }
    find("word");
    close();
    counting.entriesRead.set(0);
    write("new", "new word");

    assertThat(find("new")).containsExactly("new");
    assertThat(find("word")).hasSize(100);
    assertThat(counting.entriesRead.get()).isLessThan(10);
  }

  private final class CountingStore extends InMemoryEntryStore {
    final AtomicInteger entriesRead = new AtomicInteger();

    CountingStore() {
      super(clock);
    }

    @Override
    public List<Entry> findAll(String userId, Collection<EntryId> ids) {
      entriesRead.addAndGet(ids.size());
      return super.findAll(userId, ids);
    }
  }

  @Test
  void an_index_of_another_store_is_not_used() {
    write("mine", "word");
    find("word");
    close();
    EntryStore before = store;
    store = new InMemoryEntryStore(clock);
    write("theirs", "word");
    try (SearchService other = open("another store")) {
      assertThat(current(other, "word")).containsExactly("theirs");
    }

    store = (InMemoryEntryStore) before;
    assertThat(find("word")).containsExactly("mine");
  }

  @Test
  void an_index_that_was_copied_from_another_store_is_replaced() throws IOException {
    write("theirs", "word");
    try (SearchService other = open("another store")) {
      current(other, "word");
    }
    Path theirs = indexes().getFirst();
    store = new InMemoryEntryStore(clock);
    write("mine", "word");
    find("word");
    close();
    Path mine = indexes().stream().filter(it -> !it.equals(theirs)).findFirst().orElseThrow();
    for (Path file : files(mine)) {
      Files.delete(file);
    }
    for (Path file : files(theirs)) {
      Files.copy(file, mine.resolve(file.getFileName()));
    }

    assertThat(find("word")).containsExactly("mine");
  }

  @Test
  void a_store_that_was_replaced_by_an_older_copy_is_noticed() {
    Entry first = write("first", "old words");
    InMemoryEntryStore copy = new InMemoryEntryStore(clock);
    copy.save(first.withId(first.id()).withRevision(0, first.updatedAt()));
    store.save(first.withText("first", "new words"));
    assertThat(find("new")).containsExactly("first");
    close();
    store = copy;

    assertThat(find("new")).isEmpty();
    assertThat(find("old")).containsExactly("first");
  }

  enum Damage {
    TRUNCATED,
    EMPTY,
    GARBAGE,
    ONE_BYTE,
    MISSING
  }

  @ParameterizedTest
  @EnumSource
  void an_index_with_any_damaged_file_is_built_again(Damage damage) throws IOException {
    for (int i = 0; i < 50; i++) {
      write("t" + i, "word number" + i, "tag");
    }
    find("word");
    close();
    Path index = indexes().getFirst();
    for (String name : files(index).stream().map(it -> it.getFileName().toString()).toList()) {
      Path file = index.resolve(name);
      if (name.equals("write.lock") || !Files.exists(file)) {
        continue; // the file was replaced by the previous round
      }
      damage(file, damage);

      assertThat(search("number7").entries()).as("%s: %s", damage, name).hasSize(1);
      assertThat(search("tag:tag word").total()).isEqualTo(50);
      close();
    }
  }

  private static void damage(Path file, Damage damage) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (damage) {
      case TRUNCATED -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      case EMPTY -> Files.write(file, new byte[0]);
      case GARBAGE -> Files.write(file, "garbage ".repeat(1 + bytes.length / 8).getBytes());
      case ONE_BYTE -> {
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
      case MISSING -> Files.delete(file);
    }
  }

  @Test
  void an_index_that_is_damaged_while_it_is_open_is_built_again() throws IOException {
    for (int i = 0; i < 50; i++) {
      write("t" + i, "word number" + i);
    }
    find("word");
    for (Path file : files(indexes().getFirst())) {
      if (file.toString().endsWith(".cfs")) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.write(ByteBuffer.wrap(new byte[(int) channel.size() - 100]), 50);
        }
      }
    }

    assertThat(search("number7").entries()).hasSize(1);
    assertThat(search("word").total()).isEqualTo(50);
  }

  @Test
  void an_outdated_index_is_built_again() throws IOException {
    write("first", "word");
    find("word");
    close();
    Path index = indexes().getFirst();
    rewriteState(index, "schema", "0");

    assertThat(find("word")).containsExactly("first");
    assertThat(committed(index).schema()).isEqualTo(CommitState.SCHEMA);
  }

  private static void rewriteState(Path index, String key, String value) throws IOException {
    try (var directory = new CacheDirectory(index);
        var writer =
            new org.apache.lucene.index.IndexWriter(
                directory,
                new org.apache.lucene.index.IndexWriterConfig().setCommitOnClose(false))) {
      var state =
          new java.util.HashMap<>(
              org.apache.lucene.index.SegmentInfos.readLatestCommit(directory).getUserData());
      state.put(key, value);
      writer.setLiveCommitData(state.entrySet());
      writer.commit();
    }
  }

  private static CommitState committed(Path index) throws IOException {
    try (var directory = new CacheDirectory(index)) {
      return CommitState.of(
          org.apache.lucene.index.SegmentInfos.readLatestCommit(directory).getUserData());
    }
  }

  @Test
  void an_interrupted_build_is_continued_without_duplicates() throws IOException {
    for (int i = 0; i < 300; i++) {
      write("t" + i, "word");
    }
    find("word");
    close();
    rewriteState(indexes().getFirst(), "complete", "false");

    assertThat(search("word").total()).isEqualTo(300);
  }

  @Test
  void a_store_that_goes_away_during_the_build_leaves_no_duplicates() {
    GoingAway full = new GoingAway();
    store = full;
    for (int i = 0; i < 900; i++) {
      write("t" + i, "word");
    }
    assertThatThrownBy(() -> search("word")).isInstanceOf(StoreUnavailableException.class);

    full.away = false;
    assertThat(search("word").total()).isEqualTo(900);
  }

  private final class GoingAway extends InMemoryEntryStore {
    private int reads;
    volatile boolean away = true;

    GoingAway() {
      super(clock);
    }

    @Override
    public List<Entry> findAll(String userId, Collection<EntryId> ids) {
      if (++reads >= 4 && away) {
        throw new StoreUnavailableException("away", null);
      }
      return super.findAll(userId, ids);
    }
  }

  @Test
  void while_the_store_is_away_the_index_still_answers() {
    write("first", "word");
    find("word");
    store.setUnavailable(true);

    assertThat(now(service(), "word")).containsExactly("first");
    assertThatThrownBy(() -> search("word")).isInstanceOf(StoreUnavailableException.class);
    store.setUnavailable(false);
    writeOn("2026-02-07", "second", "word");
    assertThat(find("word")).containsExactly("second", "first");
  }

  @Test
  void the_build_reports_its_progress() throws InterruptedException {
    for (int i = 0; i < 1_000; i++) {
      write("t" + i, "word");
    }
    List<IndexProgress> seen = new ArrayList<>();
    service().onChange(() -> seen.add(service().progress()));
    find("word");

    assertThat(seen).contains(new IndexProgress(600, 1_000), IndexProgress.DONE);
    assertThat(service().progress().isDone()).isTrue();
  }

  @Test
  void entries_of_other_users_are_not_found() {
    write("mine", "word");
    store.save(
        Entry.write("bert", TODAY, java.time.ZoneOffset.UTC, clock.instant(), "his", "word"));
    assertThat(find("word")).containsExactly("mine");
  }

  @Test
  void indexes_that_nobody_has_used_for_long_are_deleted() throws IOException {
    Path old = Files.createDirectories(folder.resolve("v0-0123456789abcdef"));
    Files.write(old.resolve("segments_1"), new byte[1]);
    Path recent = Files.createDirectories(folder.resolve("v0-fedcba9876543210"));
    Path foreign = Files.createDirectories(folder.resolve("mine"));
    FileTime long_ago = FileTime.from(clock.instant().minus(Duration.ofDays(20)));
    Files.setLastModifiedTime(recent, FileTime.from(clock.instant()));
    Files.setLastModifiedTime(old, long_ago);
    Files.setLastModifiedTime(foreign, long_ago);

    find("word");

    assertThat(old).doesNotExist();
    assertThat(recent).exists();
    assertThat(foreign).exists();
  }

  private List<Path> indexes() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).toList();
    }
  }

  private static List<Path> files(Path index) throws IOException {
    try (Stream<Path> all = Files.list(index)) {
      return all.filter(it -> !it.endsWith("write.lock")).toList();
    }
  }
}
