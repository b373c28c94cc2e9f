package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobResult;
import app.fragments.job.JobStore;
import app.fragments.job.Lease;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.job.Stage;
import app.fragments.journal.Entry;
import app.fragments.journal.PictureId;
import app.fragments.report.Period;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.ReportTemplate;
import app.fragments.report.ReportText;
import app.fragments.store.ExceptionSummary;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of a job under one lease, from marking its record as processing to its result. Each
/// write carries the fencing token; a refused write ends the run and discards its result.
public final class JobExecution {
  /// Give up on a job whose workers died more often than this.
  public static final int MAX_RECOVERIES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(JobExecution.class);

  private final Lease lease;
  private final WorkerContext context;
  private final JobStore jobs;
  private final Cancellation cancellation;
  private final RunProgress progress;
  private final Heartbeat heartbeat;
  private final StopSignal signal;
  private final StoreRetry retry;
  private int maxAttempts;

  JobExecution(
      Lease lease,
      WorkerContext context,
      Cancellation cancellation,
      RunProgress progress,
      Heartbeat heartbeat,
      StopSignal signal) {
    this.lease = lease;
    this.context = context;
    this.jobs = context.stores.jobs();
    this.cancellation = cancellation;
    this.progress = progress;
    this.heartbeat = heartbeat;
    this.signal = signal;
    this.retry = new StoreRetry(signal, context, heartbeat::step);
  }

  /// Runs the job. Never throws.
  RunOutcome run() {
    try {
      return work();
    } catch (GeneratorException e) {
      return failed(e.failure(), e.retryAfter().orElse(null));
    } catch (GeneratorCall.StoppedException e) {
      Cancellation.Reason reason = cancellation.reason().orElseThrow();
      return reason == Cancellation.Reason.TIMEOUT
          ? failed(
              FailureKind.TIMEOUT,
              "No answer within " + context.settings.jobTimeout().toSeconds() + " s")
          : new RunOutcome.Stopped(reason);
    } catch (StoreUnavailableException e) { // thrown only while the worker stops
      return new RunOutcome.Stopped(Cancellation.Reason.SHUTDOWN);
    } catch (StoreException e) {
      LOG.error("Job {} failed: {}", id(), ExceptionSummary.describe(e));
      return failed(FailureKind.STORAGE, "The store rejected a read or write");
    } catch (Throwable t) {
      // the message may quote an entry, so it is neither logged nor stored
      LOG.error("Job {} failed with an unexpected error: {}", id(), ExceptionSummary.describe(t));
      return failed(FailureKind.INTERNAL, t.getClass().getSimpleName());
    }
  }

  private RunOutcome work() throws GeneratorException, GeneratorCall.StoppedException {
    Job job = start().orElse(null);
    if (job == null) {
      return new RunOutcome.Refused();
    }
    if (lease.recoveries() > MAX_RECOVERIES) {
      return givenUp(
          FailureKind.WORKER_LOST, lease.recoveries() + " workers died while running this job");
    }
    context.listener.started(id());
    if (lease.attempts() >= maxAttempts) {
      return givenUp(FailureKind.INTERNAL, "All " + job.maxAttempts() + " attempts are used up");
    }
    List<Entry> stored = fragments(job);
    List<ReportSource> sources = stored.stream().map(ReportSource::of).toList();
    List<Entry> fragments = stored.stream().map(JobExecution::withoutPictures).toList();
    RawAnswer response = earlierResponse(job, sources);
    if (response == null) {
      Generator generator = context.generators.resolve(job.options());
      response = generate(generator, job, fragments).withSources(sources);
      if (generator.isMetered() && !store(response)) {
        return new RunOutcome.Refused();
      }
    }
    progress.progress(new Progress(fragments.size(), fragments.size(), Stage.CHECKING));
    String markdown = ReportText.clean(response.markdown());
    JobResult result =
        new JobResult(
            markdown,
            Period.of(fragments),
            response.model(),
            response.usage(),
            context.checker.check(markdown, fragments),
            response.sources());
    return call("complete", () -> jobs.complete(lease, result))
        .<RunOutcome>map(at -> new RunOutcome.Completed(job.report(result, at)))
        .orElseGet(RunOutcome.Refused::new);
  }

  /// Marks the record as processing and returns it; empty if the record refuses this run.
  private Optional<Job> start() throws GeneratorException {
    Optional<Job> job;
    try {
      job = call("start", () -> jobs.startProcessing(lease));
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      readable().ifPresent(this::allowAttempts);
      throw e;
    }
    job.ifPresent(this::allowAttempts);
    return job;
  }

  private void allowAttempts(Job job) {
    maxAttempts = Math.max(job.maxAttempts(), context.settings.tries());
  }

  /// @throws GeneratorException if the record cannot be read: no other run could succeed
  private Optional<Job> readable() throws GeneratorException {
    try {
      return call("read", () -> jobs.find(id()));
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      throw new GeneratorException(FailureKind.INTERNAL, "The job's record cannot be read", e);
    }
  }

  /// The selected entries that still exist, in the order of the selection.
  private List<Entry> fragments(Job job) throws GeneratorException {
    int selected = job.selection().size();
    progress.progress(new Progress(0, selected, Stage.READING));
    List<Entry> existing =
        call(
                "read the entries of",
                () -> context.stores.entries().findAll(job.userId(), job.selection().entryIds()))
            .stream()
            .filter(entry -> !entry.inTrash() && entry.userId().equals(job.userId()))
            .toList();
    if (existing.isEmpty()) {
      throw new GeneratorException(
          FailureKind.ENTRIES_MISSING,
          "None of the " + selected + " selected entries exists",
          null);
    }
    if (existing.size() < selected) {
      LOG.info("Job {}: {} of {} entries exist", id(), existing.size(), selected);
    }
    return existing;
  }

  /// What leaves the journal has the descriptions of its pictures, but no ids or image data.
  private static Entry withoutPictures(Entry entry) {
    return entry.withText(entry.title(), PictureId.described(entry.text()));
  }

  /// The response stored by an earlier run, or null if there is none or the fragments have changed.
  private @Nullable RawAnswer earlierResponse(Job job, List<ReportSource> sources) {
    RawAnswer earlier = job.rawAnswer();
    if (earlier == null || !digests(earlier.sources()).equals(digests(sources))) {
      return null;
    }
    LOG.info("Job {}: reusing the response of an earlier run", id());
    return earlier;
  }

  private static List<String> digests(List<ReportSource> sources) {
    return sources.stream().map(source -> source.entryId() + " " + source.digest()).toList();
  }

  private RawAnswer generate(Generator generator, Job job, List<Entry> fragments)
      throws GeneratorException, GeneratorCall.StoppedException {
    ReportTemplate template =
        ReportTemplate.find(job.template())
            .orElseThrow(
                () ->
                    new GeneratorException(
                        FailureKind.INTERNAL, "Unknown template " + job.template(), null));
    GeneratorCall call =
        new GeneratorCall(id(), generator, cancellation, heartbeat, context, signal);
    if (generator.isMetered()) {
      call.awaitTurn(context.rateLimiter.reserve());
    }
    LOG.info("Job {}: {} weaves {} fragments", id(), generator.name(), fragments.size());
    progress.progress(new Progress(0, fragments.size(), Stage.THINKING));
    Duration timeout = context.settings.jobTimeout();
    heartbeat.step();
    RawAnswer response;
    try {
      response =
          call.call(
              new GenerationRequest(template, Period.of(fragments), fragments, timeout), progress);
    } catch (GeneratorException e) {
      slowDown(e);
      throw e;
    }
    heartbeat.step();
    if (ReportText.clean(response.markdown()).isBlank()) {
      throw new GeneratorException(FailureKind.EMPTY, "The answer is empty", null);
    }
    return response;
  }

  /// Pauses all workers' calls if the generator asked for a delay.
  private void slowDown(GeneratorException refused) {
    if (refused.kind() == FailureKind.QUOTA) {
      refused
          .retryAfter()
          .filter(asked -> asked.compareTo(Backoff.JOB_CAP) <= 0)
          .ifPresent(context.rateLimiter::pause);
    }
  }

  /// Stores a paid-for response so that it is not paid for again after a crash.
  private boolean store(RawAnswer response) {
    return call("store the response of", () -> jobs.storeRawAnswer(lease, response));
  }

  private <T> T call(String step, Supplier<T> call) {
    return retry.call(step + " job " + id(), call);
  }

  private RunOutcome failed(FailureKind kind, String message) {
    return failed(new Failure(kind, message), null);
  }

  private RunOutcome failed(Failure failure, @Nullable Duration retryAfter) {
    int attempts = lease.attempts() + 1;
    boolean again = failure.kind().retryable() && attempts < maxAttempts;
    return new RunOutcome.Failed(failure, retryAfter, attempts, again);
  }

  private RunOutcome givenUp(FailureKind kind, String message) {
    return new RunOutcome.Failed(new Failure(kind, message), null, lease.attempts(), false);
  }

  private JobId id() {
    return lease.jobId();
  }
}
