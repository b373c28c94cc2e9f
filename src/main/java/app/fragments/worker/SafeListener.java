package app.fragments.worker;

import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.job.RunSummary;
import app.fragments.store.ExceptionSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what a listener throws away from the run that calls it.
record SafeListener(JobListener inner) implements JobListener {
  private static final Logger LOG = LoggerFactory.getLogger(SafeListener.class);

  @Override
  public void started(JobId job) {
    quietly(() -> inner.started(job));
  }

  @Override
  public void progress(JobId job, Progress progress) {
    quietly(() -> inner.progress(job, progress));
  }

  @Override
  public void preview(JobId job, String markdownSoFar) {
    quietly(() -> inner.preview(job, markdownSoFar));
  }

  @Override
  public void ended(JobId job) {
    quietly(() -> inner.ended(job));
  }

  @Override
  public void summed(RunSummary run) {
    quietly(() -> inner.summed(run));
  }

  @Override
  public void stuck(JobId job) {
    quietly(() -> inner.stuck(job));
  }

  private static void quietly(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.warn("A listener failed; the run goes on: {}", ExceptionSummary.describe(e));
    }
  }
}
