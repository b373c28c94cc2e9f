package app.fragments.ui.jobs;

import app.fragments.job.JobId;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.common.UiContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes clicks on jobs to the store, to this window's workers and to the poll.
public final class WindowJobCommands {
  private static final Logger LOG = LoggerFactory.getLogger(WindowJobCommands.class);

  private final UiContext context;
  private final WindowWorkers workers;
  private final JobPoller poll;
  private final JobPeriods periods;

  public WindowJobCommands(
      UiContext context, WindowWorkers workers, JobPoller poll, JobPeriods periods) {
    this.context = context;
    this.workers = workers;
    this.poll = poll;
    this.periods = periods;
  }

  /// A job was submitted here: has it taken at once and follows it to its end.
  ///
  /// @param woven what it is woven from, or null for a retry
  public void follow(JobId job, @Nullable SelectionSummary woven) {
    workers.wake();
    periods.remember(job, woven == null ? null : woven.period());
    poll.follow(job);
  }

  /// Cancels a job that waits or runs.
  ///
  /// @param onAnswer takes what the store said to it
  public void cancel(JobId job, Consumer<CancelAnswer> onAnswer) {
    context
        .background()
        .run(
            () -> askToCancel(job),
            answer -> {
              context.health().answered();
              workers.cancelRunning(job);
              poll.pollNow();
              onAnswer.accept(answer);
            },
            failure -> {
              boolean away = context.health().failed(failure);
              if (!away) {
                LOG.warn("A job could not be cancelled; it goes on", failure);
              }
              context
                  .navigator()
                  .toast(context.messages().get(away ? "weave.away" : "weave.notCancelled"));
            });
  }

  /// What the store says to a cancel.
  public enum CancelAnswer {
    CANCELLED,
    /// It had ended already.
    ENDED,
    /// Its record is not kept any more.
    GONE
  }

  private CancelAnswer askToCancel(JobId job) {
    if (context.services().weave().cancel(context.services().userId(), job)) {
      return CancelAnswer.CANCELLED;
    }
    return context.services().jobs().find(job).isPresent() ? CancelAnswer.ENDED : CancelAnswer.GONE;
  }
}
