package app.fragments.search;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.EntryStore.EntryChanges;
import app.fragments.search.IndexSnapshot.Difference;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the index up to date with the store. For one thread.
final class IndexUpdater {
  private static final Logger LOG = LoggerFactory.getLogger(IndexUpdater.class);

  /// Small, so that a save never waits long behind a read.
  private static final int PAGE = 200;

  /// After so many entries a build is committed, so that it can continue there if it is
  /// interrupted.
  private static final int ENTRIES_PER_COMMIT = 20_000;

  private static final int MISMATCHES = 2;

  /// Nothing has changed since then; only the time of the store is of interest.
  private static final Instant FUTURE = Instant.parse("9000-01-01T00:00:00Z");

  private final SearchIndex index;
  private final Supplier<EntryStore> entries;
  private final String userId;
  private final Consumer<IndexProgress> onProgress;
  private volatile boolean stopped;
  private volatile boolean writes = true;

  /// The opening of the index to which the following fields belong.
  private int generation;

  private Instant since = Instant.EPOCH;
  private boolean sameStore;
  private int mismatches;

  /// How many entries the store counts that it does not return, found by reading all of it.
  private long unreadable;

  /// @param entries opens the store
  IndexUpdater(
      SearchIndex index,
      Supplier<EntryStore> entries,
      String userId,
      Consumer<IndexProgress> onProgress) {
    this.index = index;
    this.entries = entries;
    this.userId = userId;
    this.onProgress = onProgress;
  }

  /// Lets [#update] end early.
  void stop() {
    stopped = true;
  }

  /// Applies the changes since the last call, or builds the index if there is none.
  ///
  /// @param awaited whether it matters that another process, which writes the index, is that far
  /// @return false if the index may lack what the store had when this was called
  boolean update(boolean awaited) throws IOException {
    writes = index.openToWrite();
    if (writes) {
      return write();
    }
    if (!index.openToRead()) {
      return false;
    }
    if (!index.state().complete()) {
      onProgress.accept(new IndexProgress(index.size(), 0));
      return false;
    }
    onProgress.accept(IndexProgress.DONE);
    if (!awaited) {
      return true;
    }
    EntryChanges changes = entries.get().changesSince(userId, index.state().asOf());
    return outdated(changes.changed()).isEmpty();
  }

  /// Whether this process writes the index, instead of reading what another one writes.
  boolean writes() {
    return writes;
  }

  private boolean write() throws IOException {
    if (index.generation() != generation) {
      generation = index.generation();
      since = index.state().asOf();
      sameStore = false;
    }
    if (!index.state().complete() || !isSameStore(index.state())) {
      index.commit(index.state().incomplete());
      return readAll(onProgress);
    }
    for (int attempt = 1; attempt <= MISMATCHES; attempt++) {
      EntryChanges changes = entries.get().changesSince(userId, since);
      boolean changed = apply(changes);
      since = changes.asOf();
      if (index.size() + unreadable == changes.total()) {
        mismatches = 0;
        onProgress.accept(IndexProgress.DONE);
        return true;
      }
      // one may be a write between two reads; two mean that entries were purged
      mismatches = changed ? 0 : mismatches + 1;
      if (mismatches >= MISMATCHES) {
        return readAll(_ -> {});
      }
    }
    return false;
  }

  /// False if the store is another one, or a copy from before the index was written.
  private boolean isSameStore(CommitState state) {
    sameStore =
        sameStore
            || state.newest().isEmpty()
            || entries
                .get()
                .find(userId, new EntryId(state.newest()))
                .filter(entry -> entry.revision() >= state.newestRevision())
                .isPresent();
    return sameStore;
  }

  /// Returns whether there was anything to do.
  private boolean apply(EntryChanges changes) throws IOException {
    List<EntryId> outdated = outdated(changes.changed());
    if (outdated.isEmpty()) {
      return false;
    }
    for (List<EntryId> page : outdated.stream().gather(Gatherers.windowFixed(PAGE)).toList()) {
      put(page, entries.get().findAll(userId, page));
    }
    EntryHeader newest = changes.changed().isEmpty() ? null : changes.changed().getLast();
    index.commit(index.state().completeAsOf(changes.asOf(), newest));
    return true;
  }

  private List<EntryId> outdated(Collection<EntryHeader> headers) throws IOException {
    return index.search(
        searcher -> new IndexSnapshot(searcher.getIndexReader()).compare(headers).all());
  }

  /// Puts entries into the index, and removes those that were purged before they could be read.
  private void put(Collection<EntryId> wanted, List<Entry> read) throws IOException {
    index.put(read);
    Set<EntryId> purged = new HashSet<>(wanted);
    read.forEach(entry -> purged.remove(entry.id()));
    if (!purged.isEmpty()) {
      index.remove(purged);
    }
  }

  /// Compares every entry of the store with the index: builds a missing index, continues an
  /// interrupted build, finds purged entries.
  private boolean readAll(Consumer<IndexProgress> progress) throws IOException {
    LOG.info("Comparing the search index with the whole journal");
    EntryChanges start = entries.get().changesSince(userId, FUTURE);
    index.refresh(); // shows what an interrupted attempt has added
    boolean finished =
        index.search(
            searcher -> readAll(new IndexSnapshot(searcher.getIndexReader()), start, progress));
    if (finished) {
      since = start.asOf();
      sameStore = true;
      mismatches = 0;
      unreadable = start.total() - index.size();
    }
    return false; // entries may have changed meanwhile
  }

  /// What a page of the store has and the index does not.
  private record Page(List<EntryHeader> headers, List<Entry> added, List<Entry> changed) {}

  private boolean readAll(
      IndexSnapshot snapshot, EntryChanges start, Consumer<IndexProgress> progress)
      throws IOException {
    Iterator<List<EntryHeader>> headers =
        Stream.of(EntryFilter.ALL, EntryFilter.ALL.inTrash())
            .flatMap(filter -> entries.get().pages(userId, filter, PAGE))
            .iterator();
    EntryHeader newest = null;
    long done = 0;
    long committed = 0;
    try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
      // reads the next page while this one is indexed
      Future<@Nullable Page> next = ahead.submit(() -> read(headers, snapshot));
      for (Page page = await(next); page != null; page = await(next)) {
        if (stopped) {
          return false;
        }
        next = ahead.submit(() -> read(headers, snapshot));
        index.add(page.added());
        index.put(page.changed());
        done += page.headers().size();
        newest = newest(newest, page.headers());
        progress.accept(new IndexProgress(done, Math.max(done, start.total())));
        if (done - committed >= ENTRIES_PER_COMMIT) {
          index.commit(index.state());
          committed = done;
        }
      }
    }
    index.remove(snapshot.unseen());
    index.commit(index.state().completeAsOf(start.asOf(), newest));
    return true;
  }

  private @Nullable Page read(Iterator<List<EntryHeader>> headers, IndexSnapshot snapshot)
      throws IOException {
    if (stopped || !headers.hasNext()) {
      return null;
    }
    List<EntryHeader> page = headers.next();
    Difference difference = snapshot.compare(page);
    return new Page(page, entries(difference.added()), entries(difference.changed()));
  }

  private List<Entry> entries(List<EntryId> ids) {
    return ids.isEmpty() ? List.of() : entries.get().findAll(userId, ids);
  }

  private static @Nullable EntryHeader newest(
      @Nullable EntryHeader newest, List<EntryHeader> headers) {
    for (EntryHeader header : headers) {
      if (newest == null || header.updatedAt().isAfter(newest.updatedAt())) {
        newest = header;
      }
    }
    return newest;
  }

  /// The result of work on another thread.
  static <T> T await(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    }
  }
}
