package app.fragments.job;

import java.time.Duration;
import java.util.List;

/// Port to the list of processes that run jobs. Informational: the job protocol does not use it.
///
/// All methods throw [app.fragments.store.StoreUnavailableException] if the store cannot be
/// reached.
public interface WorkerRegistry {
  /// How often a process announces itself.
  Duration ANNOUNCE_EVERY = Duration.ofSeconds(10);

  /// How long a process counts as alive after it last announced itself.
  Duration ALIVE_FOR = Duration.ofSeconds(30);

  /// Adds or updates a process. The store sets the times.
  void announce(RegisteredWorker worker);

  /// Removes a process that is shutting down.
  void withdraw(String id);

  /// The live processes, oldest first. Skips unreadable entries.
  List<RegisteredWorker> alive();
}
