package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one read of the store came to.
///
/// @param jobs the records of what is live, and of what has just ended
/// @param gone jobs that were asked for whose record is not there any more
/// @param workforce who works on them, or null where nobody wanted to know
/// @param storeTime the store's time, or null where nobody wanted to know
public record JobSnapshot(
    List<Job> jobs,
    Set<JobId> gone,
    @Nullable WorkerOverview workforce,
    @Nullable Instant storeTime) {

  public JobSnapshot {
    jobs = List.copyOf(jobs);
    gone = Set.copyOf(gone);
  }
}
