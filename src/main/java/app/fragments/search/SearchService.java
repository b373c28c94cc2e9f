package app.fragments.search;

import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Full-text search of a user's journal. Thread-safe.
///
/// Nothing is opened before the first call. From then on, a thread keeps the index up to date with
/// the store: it looks for changes every second, whichever process made them.
public final class SearchService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchService.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  /// Of what another process has written, without asking the store.
  private static final Duration READER_POLL = Duration.ofMillis(250);

  /// While somebody waits for an update.
  private static final Duration SHORT_POLL = Duration.ofMillis(50);

  private static final Duration WATCH = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path cache;
  private final Supplier<String> storeName;
  private final Supplier<EntryStore> entries;
  private final Supplier<String> userId;
  private final Clock clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private @Nullable SearchIndex index;
  private @Nullable IndexUpdater updater;
  private @Nullable Thread thread;
  private boolean closed;
  private volatile IndexProgress progress = new IndexProgress(0, 0);

  /// How many updates were asked for; how many of these the running update, the last successful and
  /// the last failed one answer.
  private long requests;

  private long started;
  private long completed;
  private long failed;
  private @Nullable RuntimeException failure;

  /// @param cache the folder for all indexes, private to the user
  /// @param storeName identifies the store
  /// @param entries opens the store
  public SearchService(
      Path cache,
      Supplier<String> storeName,
      Supplier<EntryStore> entries,
      Supplier<String> userId,
      Clock clock) {
    this.cache = cache;
    this.clock = clock;
    this.storeName = storeName;
    this.entries = entries;
    this.userId = userId;
  }

  /// Opens the index and begins to update it in the background. Called again, does nothing.
  ///
  /// @throws SearchException if its folder cannot be used
  public synchronized void open() {
    if (index != null || closed) {
      return;
    }
    String store = storeName.get() + "\n" + userId.get();
    Path folder = cache.resolve("v" + CommitState.SCHEMA + "-" + hash(store));
    try {
      SearchIndex opened = new SearchIndex(folder, store, this::changed);
      IndexUpdater made = new IndexUpdater(opened, entries, userId.get(), this::progressed);
      index = opened;
      updater = made;
      thread = Thread.ofPlatform().daemon().name("search-index").start(() -> run(made));
      OldIndexes.delete(cache, folder, clock);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private SearchException unusable(IOException e) {
    return new SearchException(
        "The search index in %s cannot be used (%s). Check the disk's free space and permissions."
            .formatted(cache, e.getMessage()),
        e);
  }

  /// Searches what is in the index now. Does not wait for the store.
  ///
  /// @throws SearchException if the index cannot be read
  public SearchResults search(SearchRequest request) {
    SearchResults found =
        onIndex(open -> open.search(searcher -> new IndexSearch(searcher).run(request)));
    return progress.isDone() ? found : found.outdated();
  }

  /// Searches what is in the store now, after the index was built or brought up to date.
  ///
  /// @param onProgress called while it waits
  /// @throws StoreUnavailableException if the store cannot be reached
  /// @throws SearchException if the index cannot be written
  public SearchResults searchCurrent(SearchRequest request, Consumer<IndexProgress> onProgress)
      throws InterruptedException {
    boolean current = awaitCurrent(onProgress);
    SearchResults found;
    try {
      found = search(request);
    } catch (SearchException e) { // damaged, and rebuilt by the next update
      current = awaitCurrent(onProgress);
      found = search(request);
    }
    return current ? found : found.outdated();
  }

  /// The matches in some of the entries that a search has found.
  public Map<EntryId, MatchContext> contexts(SearchRequest request, List<EntryId> ids) {
    return onIndex(
        open -> open.search(searcher -> new IndexSearch(searcher).contexts(request, ids)));
  }

  private interface OnIndex<T> {
    T run(SearchIndex index) throws IOException;
  }

  private <T> T onIndex(OnIndex<T> work) {
    open();
    SearchIndex open = opened();
    try {
      return work.run(open);
    } catch (IOException | RuntimeException | InternalError e) {
      if (SearchIndex.isDamage(e) || !open.isIntact()) {
        throw damaged(open, e);
      }
      if (e instanceof IOException io) {
        throw unusable(io);
      }
      throw e instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    }
  }

  /// Has the index built again.
  private SearchException damaged(SearchIndex open, Throwable cause) {
    LOG.warn("The search index is damaged, building a new one", cause);
    try {
      open.reportDamage();
    } catch (IOException e) {
      return unusable(e);
    }
    return new SearchException(
        "The search index was damaged and is being built again. Search again in a moment.", cause);
  }

  private synchronized SearchIndex opened() {
    if (index == null) {
      throw new SearchException("The search is closed", null);
    }
    return index;
  }

  /// How far the index is. If it is not done, a search misses entries.
  public IndexProgress progress() {
    return progress;
  }

  /// Calls a listener when entries in the index, or its progress, have changed. On the index's own
  /// thread.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /// Looks for changes in the store now instead of within a second.
  public synchronized void update() {
    requests++;
    notifyAll();
  }

  /// Waits until the index has everything that is in the store now, however long a build takes.
  ///
  /// @param onProgress called while it waits
  /// @return false if another process writes the index and has stopped to do so
  /// @throws StoreUnavailableException if the store cannot be reached
  /// @throws SearchException if the index cannot be written
  public boolean awaitCurrent(Consumer<IndexProgress> onProgress) throws InterruptedException {
    open();
    long wanted = request();
    IndexProgress last = progress;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!awaitCurrent(wanted)) {
      IndexProgress now = progress;
      onProgress.accept(now);
      if (!now.equals(last) || isWriting()) {
        last = now;
        end = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() - end > 0) {
        return false;
      }
    }
    return true;
  }

  private synchronized boolean isWriting() {
    return updater != null && updater.writes();
  }

  private synchronized long request() {
    update();
    return requests;
  }

  /// Waits a moment. Returns whether the update that was asked for is done.
  private synchronized boolean awaitCurrent(long wanted) throws InterruptedException {
    long end = System.nanoTime() + WATCH.toNanos();
    while (!closed && completed < wanted && failed < wanted && System.nanoTime() - end < 0) {
      TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
    }
    if (closed) {
      throw new SearchException("The search is closed", null);
    }
    if (completed < wanted && failed >= wanted && failure != null) {
      throw failure;
    }
    return completed >= wanted;
  }

  private void progressed(IndexProgress now) {
    if (!now.equals(progress)) {
      progress = now;
      changed();
    }
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  private void run(IndexUpdater working) {
    Duration pause = Duration.ZERO;
    try {
      while (awaitTurn(pause)) {
        boolean settled = update(working);
        Duration usual = working.writes() ? POLL : READER_POLL;
        pause = settled || !isAwaited() ? usual : SHORT_POLL;
      }
    } catch (InterruptedException e) {
      LOG.debug("The search index is no longer updated", e);
    }
  }

  /// Waits until the pause is over or an update is asked for. False if this was closed.
  private synchronized boolean awaitTurn(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    while (!closed && requests == started && System.nanoTime() - end < 0) {
      TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
    }
    started = requests;
    return !closed;
  }

  private synchronized boolean isAwaited() {
    return completed < requests;
  }

  /// @return false if another update should follow soon
  private boolean update(IndexUpdater working) {
    RuntimeException problem;
    try {
      if (!working.update(isAwaited())) {
        return false;
      }
      problem = null;
    } catch (StoreUnavailableException e) {
      LOG.debug("The store is unavailable, the search index waits", e);
      problem = e;
    } catch (StoreException e) {
      LOG.warn("The store failed, the search index waits", e);
      problem = e;
    } catch (IOException e) {
      LOG.warn("The search index cannot be updated", e);
      problem = unusable(e);
    } catch (RuntimeException | InternalError e) {
      SearchIndex open = opened();
      if (!open.isIntact()) {
        problem = damaged(open, e);
      } else {
        LOG.error("The search index cannot be updated", e);
        problem = new SearchException("Unexpected error in the search index. See the log.", e);
      }
    }
    ended(problem);
    return true;
  }

  private synchronized void ended(@Nullable RuntimeException problem) {
    if (problem == null) {
      completed = started;
    } else {
      failure = problem;
      failed = started;
    }
    notifyAll();
  }

  /// Stops updating and releases the index to other processes.
  @Override
  public void close() {
    Thread running;
    SearchIndex open;
    synchronized (this) {
      closed = true;
      running = thread;
      open = index;
      index = null;
      if (updater != null) {
        updater.stop();
      }
      notifyAll();
    }
    if (running == null || open == null) {
      return;
    }
    try {
      if (running.join(PATIENCE)) {
        open.close();
      } // otherwise the store hangs, and the end of the process releases the index
    } catch (IOException e) {
      LOG.warn("Cannot close the search index", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
