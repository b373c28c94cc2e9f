package app.fragments.ui.jobs;

import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.worker.JobListener;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/// Brings what this window's workers tell over to the FX thread; of progress and text only the
/// newest, at most every [#PERIOD].
public final class LiveUpdates implements JobListener {
  static final Duration PERIOD = Duration.millis(250);

  private final JobListener target;
  private final PauseTransition pause = new PauseTransition(PERIOD);
  private final Map<JobId, Progress> progress = new HashMap<>();
  private final Map<JobId, String> previews = new HashMap<>();
  private boolean scheduled;

  /// @param target hears on the FX thread
  public LiveUpdates(JobListener target) {
    this.target = target;
    pause.setOnFinished(e -> flush());
  }

  @Override
  public void started(JobId job) {
    Platform.runLater(() -> target.started(job));
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
    Platform.runLater(() -> target.ended(job));
  }

  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      Platform.runLater(pause::playFromStart);
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
