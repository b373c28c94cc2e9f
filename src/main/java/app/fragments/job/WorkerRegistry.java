package app.fragments.job;

import java.time.Duration;
import java.util.List;

/// Port to the list of processes that work on jobs. It is for people to look at: no protocol step
/// rests on it.
///
/// All methods throw [app.fragments.store.StoreUnavailableException] while the store is away.
public interface WorkerRegistry {
  /// How often a process tells that it is there.
  Duration ANNOUNCE_EVERY = Duration.ofSeconds(10);

  /// How long one that has not told counts as alive.
  Duration ALIVE_FOR = Duration.ofSeconds(30);

  /// Tells that a process is there. The times in it are the store's to set.
  void announce(RegisteredWorker presence);

  /// A process has ended in good order.
  void withdraw(String id);

  /// The processes that told lately, the longest there first. One that cannot be read is left out.
  List<RegisteredWorker> alive();
}
