package app.fragments.ui.common;

import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryStore;
import app.fragments.report.ReportStore;
import app.fragments.search.SearchService;
import app.fragments.settings.Configuration;
import app.fragments.settings.SecretStore;
import app.fragments.settings.Settings;
import app.fragments.store.StoreClock;
import app.fragments.worker.JobListener;
import app.fragments.worker.WorkerPool;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;

/// What the window needs from the rest of the program.
///
/// Methods that return stores, services or workers block until the store is open, and so do their
/// own methods: call them on a [Background] thread. They throw [app.fragments.store.StoreException]
/// if the store can't be opened; the next call tries again.
public interface UiServices {
  int FIRST_PAGE = 40;

  EntryStore entries();

  /// The newest entries, more than a tall screen shows. They may come from a snapshot and be out of
  /// date: load them again.
  default List<EntryHeader> firstPage() {
    return entries().list(userId(), EntryFilter.ALL, null, FIRST_PAGE);
  }

  /// The full-text search. Neither this nor its construction blocks.
  SearchService search();

  ReportStore reports();

  JobStore jobs();

  JobQueue queue();

  WorkerRegistry registry();

  StoreClock storeClock();

  JobService jobService();

  /// The workers of this window, initially none. Does not block. Closed with the program.
  ///
  /// @param listener called on the workers' threads
  WorkerPool workerPool(JobListener listener, ThreadFactory threads);

  TestResult testMongo(String uri);

  TestResult testGemini(String key, String model);

  // The following methods never block.

  /// Lets the next call connect at once, even if the last attempt has just failed. Only for the
  /// user's request.
  default void retryConnection() {}

  /// The current configuration. Get it again after [#saveSettings] or a change of a secret.
  Configuration configuration();

  /// Applies new settings at once and saves them in the background; the future completes when they
  /// are written.
  CompletableFuture<Void> saveSettings(Settings settings);

  SecretStore secrets();

  Path dataFolder();

  /// The version of the program, such as "0.1.0".
  String version();

  String userId();

  /// The name of this computer, or empty if it is not known yet.
  Optional<String> hostName();

  Clock clock();

  ZoneId zone();

  /// @param message a sentence for the user
  record TestResult(boolean ok, String message) {}
}
