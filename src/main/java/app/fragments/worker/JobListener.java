package app.fragments.worker;

import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.job.RunSummary;

/// Hears of the jobs that this process works on, on the workers' threads. It is for showing things
/// sooner; the record in the store is the truth.
public interface JobListener {
  /// Hears nothing.
  JobListener NONE = new JobListener() {};

  /// A worker of this process has claimed the job.
  default void started(JobId job) {}

  default void progress(JobId job, Progress progress) {}

  /// The text so far.
  default void preview(JobId job, String markdownSoFar) {}

  /// The run has ended, whichever way: read the record now.
  default void ended(JobId job) {}

  /// What the run came to; after [#ended].
  default void summed(RunSummary run) {}

  /// The run does not end although its time is up and it was told to: its lease is no longer kept,
  /// so that another worker takes the job. Called on a thread other than the run's.
  default void stuck(JobId job) {}
}
