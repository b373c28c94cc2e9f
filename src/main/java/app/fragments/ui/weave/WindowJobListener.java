package app.fragments.ui.weave;

import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.ui.jobs.JobPoller;
import app.fragments.ui.jobs.JobsViewModel;
import app.fragments.ui.report.ReportViewModel;
import app.fragments.worker.JobListener;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/// Shows on the FX thread what this window's workers do, sooner than the poll would. Progress and
/// text are throttled; start and end only make the poller read the record.
final class WindowJobListener implements JobListener {
  private static final Duration THROTTLE = Duration.millis(250);

  private final JobsViewModel jobs;
  private final ReportViewModel report;
  private final JobPoller poller;
  private final PauseTransition pause = new PauseTransition(THROTTLE);
  private final Map<JobId, Progress> progress = new HashMap<>();
  private final Map<JobId, String> previews = new HashMap<>();
  private boolean scheduled;

  WindowJobListener(JobsViewModel jobs, ReportViewModel report, JobPoller poller) {
    this.jobs = jobs;
    this.report = report;
    this.poller = poller;
    pause.setOnFinished(e -> flush());
  }

  @Override
  public void started(JobId job) {
    Platform.runLater(() -> changed(job));
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
  public synchronized void ended(JobId job) {
    progress.remove(job);
    previews.remove(job);
    Platform.runLater(() -> changed(job));
  }

  private void changed(JobId job) {
    jobs.workersChanged();
    poller.follow(job);
  }

  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      Platform.runLater(pause::playFromStart);
    }
  }

  private synchronized void flush() {
    scheduled = false;
    progress.forEach(jobs::progress);
    previews.forEach(
        (job, markdownSoFar) -> {
          if (jobs.row(job).isPresent()) {
            report.preview(job, markdownSoFar);
          }
        });
    progress.clear();
    previews.clear();
  }
}
