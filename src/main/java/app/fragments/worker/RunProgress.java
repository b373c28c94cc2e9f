package app.fragments.worker;

import app.fragments.generator.GenerationListener;
import app.fragments.job.JobStore;
import app.fragments.job.Lease;
import app.fragments.job.Progress;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports the progress of a run: to this process at once, to the job record every [#INTERVAL].
/// Writes on its own thread, so that neither the generator nor the heartbeats wait.
final class RunProgress implements GenerationListener, AutoCloseable {
  /// The minimum interval between writes. Shorter jobs write no progress.
  static final Duration INTERVAL = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);

  private final Lease lease;
  private final JobStore jobs;
  private final JobListener listener;
  private final Runnable onRefused;
  private @Nullable Future<?> scheduled;
  private @Nullable Progress latest;
  private @Nullable Progress written;
  private boolean closed;

  /// @param onRefused called if the record refuses a write: the job has ended or was taken over
  RunProgress(Lease lease, JobStore jobs, JobListener listener, Runnable onRefused) {
    this.lease = lease;
    this.jobs = jobs;
    this.listener = listener;
    this.onRefused = onRefused;
  }

  void start(ScheduledExecutorService scheduler) {
    scheduled =
        scheduler.scheduleWithFixedDelay(
            this::write, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void progress(Progress progress) {
    synchronized (this) {
      if (closed || progress.equals(latest)) {
        return;
      }
      latest = progress;
    }
    listener.progress(lease.jobId(), progress);
  }

  @Override
  public void preview(String markdownSoFar) {
    synchronized (this) {
      if (closed) {
        return;
      }
    }
    listener.preview(lease.jobId(), markdownSoFar);
  }

  /// Writes the latest progress unless it is written already.
  void write() {
    Progress unwritten = takeUnwritten();
    if (unwritten == null) {
      return;
    }
    try {
      if (!jobs.updateProgress(lease, unwritten)) {
        onRefused.run();
      }
    } catch (RuntimeException e) {
      LOG.debug("Cannot write the progress of job {}: {}", lease.jobId(), e.toString());
    }
  }

  private synchronized @Nullable Progress takeUnwritten() {
    if (closed || latest == null || latest.equals(written)) {
      return null;
    }
    written = latest;
    return latest;
  }

  /// Ignores further calls: an abandoned generator may still report.
  @Override
  public synchronized void close() {
    closed = true;
    if (scheduled != null) {
      scheduled.cancel(false);
    }
  }
}
