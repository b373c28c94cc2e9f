package app.fragments.ui.jobs;

import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who else works on the store's jobs, as the store last told.
///
/// @param others the processes with workers, this window left out
/// @param host this machine's name, or null where it is not known yet
/// @param depth what the queue holds, of all users, or null where nobody asked
public record WorkerOverview(
    List<RegisteredWorker> others, @Nullable String host, @Nullable QueueDepth depth) {

  public WorkerOverview {
    others = List.copyOf(others);
  }

  /// How many jobs the others can run side by side.
  int workers() {
    return others.stream().mapToInt(RegisteredWorker::workers).sum();
  }

  /// How many of those are taken.
  int busy() {
    return others.stream().mapToInt(one -> Math.min(one.busy(), one.workers())).sum();
  }

  boolean isHere(RegisteredWorker one) {
    return one.host().equals(host);
  }
}
