package app.fragments.worker;

import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.job.RunSummary;
import app.fragments.store.ExceptionSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forwards to another listener and logs its exceptions, which must not end a run.
class SafeListener implements JobListener {
  private static final Logger LOG = LoggerFactory.getLogger(SafeListener.class);

  private final JobListener target;

  SafeListener(JobListener target) {
    this.target = target;
  }

  @Override
  public void started(JobId job) {
    guarded(() -> target.started(job));
  }

  @Override
  public void progress(JobId job, Progress progress) {
    guarded(() -> target.progress(job, progress));
  }

  @Override
  public void preview(JobId job, String markdownSoFar) {
    guarded(() -> target.preview(job, markdownSoFar));
  }

  @Override
  public void ended(JobId job) {
    guarded(() -> target.ended(job));
  }

  @Override
  public void runFinished(RunSummary run) {
    guarded(() -> target.runFinished(run));
  }

  @Override
  public void stuck(JobId job) {
    guarded(() -> target.stuck(job));
  }

  private static void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.warn("A listener failed; the run continues: {}", ExceptionSummary.describe(e));
    }
  }
}
