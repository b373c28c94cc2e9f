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

/// What the window, the commands and the HTTP endpoint ask for: submit, status, retry, cancel.
///
/// All methods throw [app.fragments.store.StoreUnavailableException] while the store is away.
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

  /// Stores the job as `pending`, then queues it, and answers after both. Submitting what is being
  /// woven already answers with that job.
  public Submission submit(
      String userId, Selection selection, ReportTemplate template, JobOptions options) {
    return submit(userId, selection, template, options, JobSchedule.NOW);
  }

  /// The same for a job that is more or less urgent, or for later.
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

  /// A submit that crashed between its two writes left a record alone; this one mends it.
  private void requeue(JobId id) {
    jobs.find(id)
        .filter(job -> !job.status().isTerminal())
        .ifPresent(job -> queue.enqueue(QueueItem.of(job)));
  }

  /// The job's record, or empty where the user has no such job.
  public Optional<Job> status(String userId, JobId id) {
    return jobs.find(id).filter(job -> job.userId().equals(userId));
  }

  /// Weaves the same once more, as a new job.
  ///
  /// @param options for the new job, or null for those of the old one
  /// @return empty where the user has no such job, or where it has not ended without a report
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

  /// Cancels a job that waits or runs. A worker elsewhere learns it at its next heartbeat.
  ///
  /// @return whether it was live and is cancelled now
  public boolean cancel(String userId, JobId id) {
    if (status(userId, id).isEmpty()) {
      return false;
    }
    boolean cancelled = jobs.cancel(id);
    try {
      queue.delete(id); // cancelled now or ended before: nobody is to work on it
    } catch (StoreUnavailableException e) {
      LOG.info("Job {} has ended; the sweep takes it out of the queue: {}", id, e.getMessage());
    }
    return cancelled;
  }
}
