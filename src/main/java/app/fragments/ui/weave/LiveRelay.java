package app.fragments.ui.weave;

import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.weave.WeaveListener;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Brings what this window's workers tell over to the FX thread, of progress and text only the
/// newest and at most every [#PERIOD_MILLIS].
final class LiveRelay implements WeaveListener {
  static final long PERIOD_MILLIS = 250;

  private final Executor fxThread;
  private final ScheduledExecutorService timer;
  private final WeaveListener target;
  private final Map<JobId, Progress> progress = new HashMap<>();
  private final Map<JobId, String> previews = new HashMap<>();
  private boolean scheduled;

  /// @param target hears on the FX thread
  LiveRelay(Executor fxThread, ScheduledExecutorService timer, WeaveListener target) {
    this.fxThread = fxThread;
    this.timer = timer;
    this.target = target;
  }

  @Override
  public void started(JobId job) {
    fxThread.execute(() -> target.started(job));
  }

  @Override
  public synchronized void progress(JobId job, Progress newest) {
    progress.put(job, newest);
    schedule();
  }

  @Override
  public synchronized void preview(JobId job, String markdownSoFar) {
    previews.put(job, markdownSoFar);
    schedule();
  }

  @Override
  public void ended(JobId job) {
    synchronized (this) {
      progress.remove(job);
      previews.remove(job);
    }
    fxThread.execute(() -> target.ended(job));
  }

  private void schedule() {
    if (!scheduled && !timer.isShutdown()) {
      scheduled = true;
      var unused =
          timer.schedule(
              () -> fxThread.execute(this::flush), PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void flush() {
    Map<JobId, Progress> newProgress;
    Map<JobId, String> newPreviews;
    synchronized (this) {
      scheduled = false;
      newProgress = Map.copyOf(progress);
      newPreviews = Map.copyOf(previews);
      progress.clear();
      previews.clear();
    }
    newProgress.forEach(target::progress);
    newPreviews.forEach(target::preview);
  }
}
