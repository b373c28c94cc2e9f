package app.fragments.job;

import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreUnavailableException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Submits, finds, retries and cancels jobs, for the window, the commands and the HTTP API.
///
/// All methods throw [app.fragments.store.StoreUnavailableException] if the store cannot be
/// reached.
public final class JobService {
  private static final Logger LOG = LoggerFactory.getLogger(JobService.class);

  private final JobStore jobs;
  private final JobQueue queue;
  private final StoreClock clock;
  private final int maxAttempts;

  /// @param maxAttempts how many runs of a job may fail before the job does, at least 1
  public JobService(JobStore jobs, JobQueue queue, StoreClock clock, int maxAttempts) {
    this.jobs = jobs;
    this.queue = queue;
    this.clock = clock;
    this.maxAttempts = maxAttempts;
  }

  /// Stores the job as `pending`, then queues it. If an identical job is live, returns that one.
  public Submission submit(
      String userId, Selection selection, ReportTemplate template, JobOptions options) {
    return submit(userId, selection, template, options, JobSchedule.NOW);
  }

  /// Submits a job with a priority or a delay.
  public Submission submit(
      String userId,
      Selection selection,
      ReportTemplate template,
      JobOptions options,
      JobSchedule schedule) {
    Instant notBefore = schedule.delay().isZero() ? null : clock.now().plus(schedule.delay());
    return submit(
        new NewJob(
            JobId.create(),
            userId,
            selection,
            template.id(),
            options,
            schedule.priority(),
            notBefore,
            maxAttempts,
            null));
  }

  private Submission submit(NewJob job) {
    Submission submission = jobs.insert(job);
    if (submission.created()) {
      queue.enqueue(QueueItem.of(job));
    } else {
      requeue(submission.jobId());
    }
    return submission;
  }

  /// Queues a live job whose submit crashed between its two writes.
  private void requeue(JobId id) {
    jobs.find(id)
        .filter(job -> !job.status().isTerminal())
        .ifPresent(job -> queue.enqueue(QueueItem.of(job)));
  }

  /// The job's record, or empty if the user has no such job.
  public Optional<Job> status(String userId, JobId id) {
    return jobs.find(id).filter(job -> job.userId().equals(userId));
  }

  /// Submits a failed or cancelled job again, as a new job.
  ///
  /// @param options for the new job, or null for those of the old one
  /// @return empty if the user has no such failed or cancelled job
  public Optional<Submission> retry(String userId, JobId id, @Nullable JobOptions options) {
    return status(userId, id)
        .filter(job -> job.status() == JobStatus.FAILED || job.status() == JobStatus.CANCELLED)
        .map(
            job ->
                submit(
                    new NewJob(
                        JobId.create(),
                        userId,
                        job.selection(),
                        job.template(),
                        options == null ? job.options() : options,
                        job.priority(),
                        null,
                        maxAttempts,
                        id)));
  }

  /// Cancels a live job. A worker in another process stops at its next heartbeat.
  ///
  /// @return whether it was live
  public boolean cancel(String userId, JobId id) {
    if (status(userId, id).isEmpty()) {
      return false;
    }
    boolean cancelled = jobs.cancel(id);
    try {
      queue.delete(id); // also if it ended before: nobody should run it
    } catch (StoreUnavailableException e) {
      LOG.info("Cannot dequeue job {}; the reconciler will: {}", id, e.getMessage());
    }
    return cancelled;
  }
}
