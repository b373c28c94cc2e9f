package app.fragments.cli;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds jobs as commands name them.
record JobLookup(JobStore store, String userId) {
  private static final int RECENT = 1_000;

  /// The job of that id, or the only one of the last thousand whose id starts so.
  ///
  /// @throws CommandFailedException where there is none, or more than one
  Job find(String written) {
    String start = written.strip().toLowerCase(Locale.ROOT);
    if (start.isEmpty()) {
      throw new CommandFailedException("An id is never empty");
    }
    Optional<Job> exact = store.find(new JobId(start)).filter(job -> job.userId().equals(userId));
    if (exact.isPresent()) {
      return exact.get();
    }
    List<Job> found =
        store.list(userId, Set.of(), RECENT).stream()
            .filter(job -> job.id().value().startsWith(start))
            .toList();
    if (found.size() > 1) {
      throw new CommandFailedException(
          found.size() + " jobs have an id that starts with " + written + "; write more of it");
    }
    if (found.isEmpty()) {
      throw new CommandFailedException("There is no job " + written);
    }
    return found.getFirst();
  }
}
