package app.fragments.ui.jobs;

import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.Submission;
import app.fragments.journal.Selection;
import app.fragments.report.Period;
import app.fragments.report.ReportTemplate;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import app.fragments.worker.WorkerPool;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Submits, retries and cancels jobs in the background, and tells the user if that fails. On the FX
/// thread.
public final class JobRequests {
  private final UiContext context;
  private final UiServices services;
  private final JobsViewModel jobs;
  private final WorkerPool workers;
  private final JobPoller poller;

  public JobRequests(UiContext context, JobsViewModel jobs, WorkerPool workers, JobPoller poller) {
    this.context = context;
    this.services = context.services();
    this.jobs = jobs;
    this.workers = workers;
    this.poller = poller;
  }

  /// @param onDone gets the new job, or empty if it was not submitted
  public void submit(
      SelectionSummary selection,
      ReportTemplate template,
      JobOptions options,
      Consumer<Optional<JobId>> onDone) {
    Selection entries = Selection.of(selection.entryIds());
    send(
        () ->
            Optional.of(
                services.jobService().submit(services.userId(), entries, template, options)),
        selection.period(),
        () -> {},
        onDone);
  }

  /// @param options null for the same as before
  /// @param onDone gets the new job, or empty if it was not submitted
  public void retry(JobId job, @Nullable JobOptions options, Consumer<Optional<JobId>> onDone) {
    send(
        () -> services.jobService().retry(services.userId(), job, options),
        null,
        () -> gone(job),
        onDone);
  }

  /// @param onCancelled not called if it has ended already
  public void cancel(JobId job, Runnable onCancelled) {
    context.<Runnable>run(
        () -> {
          boolean cancelled = services.jobService().cancel(services.userId(), job);
          return cancelled
              ? onCancelled
              : services.jobs().find(job).isPresent() ? () -> {} : () -> gone(job);
        },
        outcome -> {
          context.health().answered();
          workers.cancelRunning(job);
          poller.pollNow();
          outcome.run();
        },
        failure -> failed(failure, "weave.notCancelled"));
  }

  private void send(
      Callable<Optional<Submission>> call,
      @Nullable Period period,
      Runnable onGone,
      Consumer<Optional<JobId>> onDone) {
    context.run(
        call,
        submission -> {
          context.health().answered();
          Optional<JobId> submitted = submission.map(Submission::jobId);
          submitted.ifPresentOrElse(job -> submitted(job, period), onGone);
          onDone.accept(submitted);
        },
        failure -> {
          failed(failure, "weave.notSubmitted");
          onDone.accept(Optional.empty());
        });
  }

  private void submitted(JobId job, @Nullable Period period) {
    workers.wake();
    jobs.rememberPeriod(job, period);
    poller.follow(job);
  }

  private void gone(JobId job) {
    jobs.forget(job);
    context.toast("jobs.gone");
  }

  private void failed(Exception failure, String messageKey) {
    boolean unreachable = context.failed(failure, "Cannot submit or cancel a job");
    context.toast(unreachable ? "weave.away" : messageKey);
  }
}
