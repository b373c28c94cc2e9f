package app.fragments.ui.common;

import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryStore;
import app.fragments.report.ReportStore;
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

/// What the window needs of the rest of the program, made by the wiring.
///
/// The methods that hand out stores, the service and workers wait until the store is open, and the
/// stores' own methods go over the wire: call them on a [Background] thread only. They throw
/// [app.fragments.store.StoreException] where the store cannot be opened; asking again tries again.
public interface UiServices {
  /// How many entries the first page has.
  int FIRST_PAGE = 40;

  EntryStore entries();

  /// The newest entries, more than a tall screen shows. The quickest way to them, which need not be
  /// by the open store: what it holds is to be read again.
  default List<EntryHeader> firstPage() {
    return entries().list(userId(), EntryFilter.ALL, null, FIRST_PAGE);
  }

  ReportStore reports();

  JobStore jobs();

  JobQueue queue();

  WorkerRegistry registry();

  /// The store's clock.
  StoreClock storeClock();

  JobService jobService();

  /// The workers of this window, none at first. Does not wait; the services close it with the
  /// program.
  ///
  /// @param listener hears of the jobs they run, on their threads
  /// @param threads makes a worker's thread
  WorkerPool workerPool(JobListener listener, ThreadFactory threads);

  /// Where the store is, in words for the screen: "built-in store", or a host's name.
  String storeDescription();

  /// Tries a MongoDB URI.
  ///
  /// @return the outcome
  TestResult testMongo(String uri);

  /// Tries a Gemini key with a model.
  TestResult testGemini(String key, String model);

  // What follows never waits.

  /// Lets the next call connect to the store at once, although the last attempt has just failed:
  /// the user asks for it.
  default void retryConnection() {}

  /// What is in force now; ask again after [#saveSettings] or a change of a secret.
  Configuration configuration();

  /// Applies new settings at once and saves them in the background.
  ///
  /// @return completes when they are written, exceptionally if they can't be
  CompletableFuture<Void> saveSettings(Settings settings);

  SecretStore secrets();

  Path dataFolder();

  /// This program's version, such as "0.1.0".
  String version();

  String userId();

  /// This machine's name, or empty where it is not known yet.
  Optional<String> hostName();

  Clock clock();

  ZoneId zone();

  /// The outcome of a test in Settings.
  ///
  /// @param ok whether it worked
  /// @param message one sentence for the screen
  record TestResult(boolean ok, String message) {}
}
