package app.fragments.worker;

import app.fragments.generator.GenerationListener;
import app.fragments.job.JobId;
import app.fragments.job.Progress;
import org.jspecify.annotations.Nullable;

/// Passes on how a run gets on: to this process at once; the [Heartbeat] takes it to the record
/// from time to time, on a thread that no generator waits for.
final class RunProgress implements GenerationListener {
  private final JobId job;
  private final JobListener listener;
  private @Nullable Progress latest;
  private @Nullable Progress written;
  private boolean closed;

  RunProgress(JobId job, JobListener listener) {
    this.job = job;
    this.listener = listener;
  }

  @Override
  public void progress(Progress progress) {
    synchronized (this) {
      if (closed || progress.equals(latest)) {
        return;
      }
      latest = progress;
    }
    listener.progress(job, progress);
  }

  @Override
  public void preview(String markdownSoFar) {
    synchronized (this) {
      if (closed) {
        return;
      }
    }
    listener.preview(job, markdownSoFar);
  }

  /// What is to be written to the record, or null where it has been.
  synchronized @Nullable Progress takeUnwritten() {
    if (closed || latest == null || latest.equals(written)) {
      return null;
    }
    written = latest;
    return latest;
  }

  /// Turns deaf: a generator that was abandoned may go on calling.
  synchronized void close() {
    closed = true;
  }
}
