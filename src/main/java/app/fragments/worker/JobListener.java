package app.fragments.worker;

import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.job.RunSummary;

/// Observes the jobs that this process runs, on the workers' threads. Only shows changes sooner;
/// the record in the store is authoritative.
public interface JobListener {
  JobListener NONE = new JobListener() {};

  /// A worker of this process has started the job.
  default void started(JobId job) {}

  default void progress(JobId job, Progress progress) {}

  /// The text so far.
  default void preview(JobId job, String markdownSoFar) {}

  /// The run has ended, whatever its outcome: read the record now.
  default void ended(JobId job) {}

  /// The outcome of the run; after [#ended].
  default void runFinished(RunSummary run) {}

  /// The run has not ended although it timed out and was cancelled. Its lease expires, so that
  /// another worker takes the job. Not called on the run's thread.
  default void stuck(JobId job) {}
}
