package app.fragments.search;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index in its folder. Of all processes that use it, the one with Lucene's lock writes, and
/// the others read what it has committed; when it ends, another one takes over.
///
/// [#search] is thread-safe. All other methods are for one thread.
final class SearchIndex implements Closeable {
  /// Small, because it is heap: a larger one does not index faster.
  private static final double BUFFER_MB = 16;

  /// Created by a reader that finds the index damaged, for the process that writes.
  private static final String DAMAGED = "damaged";

  private static final SearcherFactory SEARCHERS =
      new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
          IndexSearcher searcher = new IndexSearcher(reader);
          searcher.setQueryCache(null); // would hold tens of megabytes
          return searcher;
        }
      };

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

  private final Path folder;
  private final String store;
  private final Runnable onChange;
  private final Directory directory;
  private final WordStarts starts = new WordStarts();
  private final ExecutorService helper =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("search-helper").factory());
  private CommitState state;
  private int generation;
  private @Nullable IndexWriter writer;
  private volatile @Nullable SearcherManager searchers;

  /// Something done with an open index.
  interface Work<T> {
    T on(IndexSearcher searcher) throws IOException;
  }

  /// Opens nothing yet but the folder, which is created if it is missing.
  ///
  /// @param store identifies the store whose entries it contains
  /// @param onChange called when a search may find something else
  SearchIndex(Path folder, String store, Runnable onChange) throws IOException {
    this.folder = folder;
    this.onChange = onChange;
    this.store = store;
    Files.createDirectories(folder);
    directory = new CacheDirectory(folder);
    state = CommitState.empty(store);
  }

  /// Whether this process writes the index. Tries to become the one that does. An index that is
  /// damaged, outdated or from another store is emptied.
  boolean openToWrite() throws IOException {
    if (writer != null && writer.isOpen()) {
      if (Files.deleteIfExists(folder.resolve(DAMAGED))) {
        clear();
      }
      return true;
    }
    closeWriter();
    try {
      try {
        open(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
        verify();
      } catch (IOException | RuntimeException e) {
        if (e instanceof LockObtainFailedException
            || !(e instanceof RuntimeException || isDamage(e))) {
          throw e;
        }
        LOG.warn("The search index is damaged, building a new one", e);
        clear();
      }
    } catch (LockObtainFailedException e) {
      return false;
    }
    return true;
  }

  private void open(IndexWriterConfig.OpenMode mode) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new TextAnalyzer(starts))
            .setOpenMode(mode)
            .setRAMBufferSizeMB(BUFFER_MB)
            .setCommitOnClose(false);
    closeSearchers();
    IndexWriter opened = new IndexWriter(directory, config);
    writer = opened;
    generation++;
    state = committedState().orElse(CommitState.empty(store));
    if (!state.fits(store)) {
      opened.deleteAll();
      commit(CommitState.empty(store));
    }
    show(new SearcherManager(opened, SEARCHERS));
  }

  private Optional<CommitState> committedState() throws IOException {
    return DirectoryReader.indexExists(directory)
        ? Optional.of(CommitState.of(SegmentInfos.readLatestCommit(directory).getUserData()))
        : Optional.empty();
  }

  /// Compares all files with their checksums.
  private void verify() throws IOException {
    search(
        searcher -> {
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            ((CodecReader) leaf.reader()).checkIntegrity();
          }
          return true;
        });
  }

  /// Empties the index, whatever is in its files. Only for the process that writes.
  void clear() throws IOException {
    closeSearchers();
    closeWriter();
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
    }
    open(IndexWriterConfig.OpenMode.CREATE);
    commit(CommitState.empty(store));
  }

  /// Reads what the writing process has committed last. False if there is no usable index yet.
  boolean openToRead() throws IOException {
    Optional<CommitState> committed = committedState();
    if (committed.isEmpty() || !committed.get().fits(store)) {
      closeSearchers();
      return false;
    }
    SearcherManager open = searchers;
    if (open == null) {
      show(new SearcherManager(directory, SEARCHERS));
    } else {
      open.maybeRefreshBlocking();
    }
    state = committed.get();
    return true;
  }

  /// Tells the process that writes to build a new index.
  void reportDamage() throws IOException {
    closeSearchers();
    Files.write(folder.resolve(DAMAGED), new byte[0]);
  }

  /// Whether a failure means that the files are not what they were written as.
  static boolean isDamage(Throwable failure) {
    return failure instanceof CorruptIndexException
        || failure instanceof IndexFormatTooNewException
        || failure instanceof IndexFormatTooOldException
        || failure instanceof IndexNotFoundException
        || failure instanceof EOFException
        || failure instanceof FileNotFoundException
        || failure instanceof NoSuchFileException
        || failure instanceof InternalError; // a mapped file was truncated
  }

  /// Whether all files have their checksums.
  boolean isIntact() {
    try {
      verify();
      return true;
    } catch (IOException | RuntimeException | InternalError e) {
      return false;
    }
  }

  /// How often it was opened to write. A new opening has lost what was not committed.
  int generation() {
    return generation;
  }

  CommitState state() {
    return state;
  }

  /// How many entries it contains.
  int size() throws IOException {
    return search(searcher -> searcher.getIndexReader().numDocs());
  }

  /// Adds entries that it does not have, on two threads.
  void add(List<Entry> entries) throws IOException {
    int half = entries.size() / 2;
    Future<Boolean> other = helper.submit(() -> addAll(entries.subList(0, half)));
    addAll(entries.subList(half, entries.size()));
    IndexUpdater.await(other);
  }

  private boolean addAll(List<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      writer().addDocument(IndexedEntry.document(entry, starts));
    }
    return true;
  }

  /// Adds or replaces entries.
  void put(List<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      writer().updateDocument(id(entry.id()), IndexedEntry.document(entry, starts));
    }
  }

  void remove(Collection<EntryId> ids) throws IOException {
    writer().deleteDocuments(ids.stream().map(SearchIndex::id).toArray(Term[]::new));
  }

  private static Term id(EntryId id) {
    return new Term(IndexedEntry.ID, id.value());
  }

  /// Shows the changes to this process's searches.
  void refresh() throws IOException {
    SearcherManager open = searchers;
    if (open != null) {
      open.maybeRefreshBlocking();
    }
  }

  /// Shows the changes to all processes.
  void commit(CommitState next) throws IOException {
    writer().setLiveCommitData(next.toMap().entrySet());
    writer().commit();
    state = next;
    refresh();
  }

  private IndexWriter writer() {
    if (writer == null) {
      throw new AlreadyClosedException("Another process writes the index");
    }
    return writer;
  }

  /// Does something with the current state of the index, an empty one if there is none.
  <T> T search(Work<T> work) throws IOException {
    for (int attempt = 1; ; attempt++) {
      SearcherManager open = searchers;
      if (open == null) {
        try (IndexReader nothing = new MultiReader()) {
          return work.on(new IndexSearcher(nothing));
        }
      }
      IndexSearcher searcher;
      try {
        searcher = open.acquire();
      } catch (AlreadyClosedException e) { // reopened at this moment
        if (attempt == 3) {
          throw e;
        }
        continue;
      }
      try {
        return work.on(searcher);
      } finally {
        open.release(searcher);
      }
    }
  }

  private void show(SearcherManager opened) {
    opened.addListener(
        new ReferenceManager.RefreshListener() {
          @Override
          public void beforeRefresh() {}

          @Override
          public void afterRefresh(boolean changed) {
            if (changed) {
              onChange.run();
            }
          }
        });
    searchers = opened;
    onChange.run();
  }

  private void closeSearchers() throws IOException {
    SearcherManager open = searchers;
    searchers = null;
    if (open != null) {
      open.close();
    }
  }

  /// Drops what was not committed, and does not wait for merges.
  private void closeWriter() throws IOException {
    IndexWriter open = writer;
    writer = null;
    if (open != null) {
      open.rollback();
    }
  }

  @Override
  public void close() throws IOException {
    try (directory;
        helper) {
      closeSearchers();
      closeWriter();
    }
  }
}
