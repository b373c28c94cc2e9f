package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobResult;
import app.fragments.job.JobStatus;
import app.fragments.job.JobStore;
import app.fragments.job.Lease;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.job.Stage;
import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.ReportSource;
import app.fragments.report.ReportTemplate;
import app.fragments.store.ExceptionSummary;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The work of one run, from the record's start to its result, under one lease (section 4 of the
/// plan). Each write is fenced; one that is refused ends the run, and its result is thrown away.
public final class JobExecution {
  /// How many workers of a job may vanish before it is given up.
  public static final int MAX_RECOVERIES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(JobExecution.class);

  private final Lease lease;
  private final WorkerContext context;
  private final JobStore jobs;
  private final Cancellation cancellation;
  private final RunProgress progress;
  private final Heartbeat heartbeat;
  private final RunWatchdog watch;
  private final StopSignal signal;
  private final StoreRetry patience;

  JobExecution(
      Lease lease,
      WorkerContext context,
      Cancellation cancellation,
      RunProgress progress,
      Heartbeat heartbeat,
      RunWatchdog watch,
      StopSignal signal) {
    this.lease = lease;
    this.context = context;
    this.jobs = context.stores().jobs();
    this.cancellation = cancellation;
    this.progress = progress;
    this.heartbeat = heartbeat;
    this.watch = watch;
    this.signal = signal;
    this.patience = new StoreRetry(signal, context, watch::step);
  }

  /// Does the work and says how it ended, whatever happens.
  RunOutcome outcome() {
    try {
      return work();
    } catch (GeneratorException e) {
      return new RunOutcome.Failed(e.failure(), e.retryAfter().orElse(null), true);
    } catch (StoppedException e) {
      return e.outcome();
    } catch (StoreUnavailableException e) { // patience has ended: so does the worker
      return new RunOutcome.Stopped(Cancellation.Reason.SHUTDOWN);
    } catch (StoreException e) {
      LOG.error("Job {}: the run fails: {}", id(), ExceptionSummary.describe(e));
      return RunOutcome.failed(FailureKind.STORAGE, "The store refused to read or write");
    } catch (Throwable t) {
      // without the message, which may quote an entry
      LOG.error("Job {}: a defect; the run fails: {}", id(), ExceptionSummary.describe(t));
      return RunOutcome.failed(FailureKind.INTERNAL, t.getClass().getSimpleName());
    }
  }

  private RunOutcome work() throws GeneratorException, StoppedException {
    if (!patience.call("start job " + id(), () -> jobs.startProcessing(lease))) {
      return new RunOutcome.Refused();
    }
    if (lease.recoveries() > MAX_RECOVERIES) {
      return RunOutcome.givenUp(
          FailureKind.WORKER_LOST, "The workers of " + lease.recoveries() + " runs vanished");
    }
    context.listener().started(id());
    Job job = record();
    if (lease.attempts() >= Math.max(job.maxAttempts(), context.settings().tries())) {
      return RunOutcome.givenUp(
          FailureKind.INTERNAL, "None of its " + job.maxAttempts() + " tries is left");
    }
    List<Entry> fragments = fragments(job);
    RawAnswer answer = answer(job, fragments);
    progress.progress(new Progress(fragments.size(), fragments.size(), Stage.CHECKING));
    String markdown = clean(answer);
    CheckResult checks = context.checker().check(markdown, fragments);
    JobResult completion =
        new JobResult(
            markdown,
            Period.of(fragments),
            answer.model(),
            answer.usage(),
            checks,
            answer.sources());
    boolean accepted =
        patience.call("complete job " + id(), () -> jobs.complete(lease, completion));
    return accepted || completedBefore() ? new RunOutcome.Completed() : new RunOutcome.Refused();
  }

  private Job record() throws GeneratorException {
    try {
      return patience
          .call("read job " + id(), () -> jobs.find(id()))
          .orElseThrow(() -> unreadable(null));
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      throw unreadable(e);
    }
  }

  private GeneratorException unreadable(@Nullable StoreException cause) {
    LOG.error("Job {}: its record cannot be read; it fails", id());
    return new GeneratorException(FailureKind.INTERNAL, "The job's record cannot be read", cause);
  }

  /// The selected entries that are still there, in the selection's order.
  private List<Entry> fragments(Job job) throws GeneratorException {
    progress.progress(new Progress(0, job.selection().size(), Stage.READING));
    List<Entry> there =
        patience
            .call(
                "read the entries of job " + id(),
                () -> context.stores().entries().findAll(job.userId(), job.selection().entryIds()))
            .stream()
            .filter(entry -> !entry.inTrash() && entry.userId().equals(job.userId()))
            .toList();
    if (there.isEmpty()) {
      throw new GeneratorException(
          FailureKind.ENTRIES_MISSING,
          "None of the " + job.selection().size() + " selected entries is there any more",
          null);
    }
    if (there.size() < job.selection().size()) {
      LOG.info("Job {}: {} of {} entries are there", id(), there.size(), job.selection().size());
    }
    return there;
  }

  /// What an earlier run stored, where its fragments still say the same; else a new answer, stored.
  private RawAnswer answer(Job job, List<Entry> fragments)
      throws GeneratorException, StoppedException {
    List<ReportSource> sources = fragments.stream().map(ReportSource::of).toList();
    RawAnswer earlier = job.rawAnswer();
    if (earlier != null && sameWords(earlier.sources(), sources)) {
      LOG.info("Job {}: using the answer of an earlier run", id());
      return earlier;
    }
    watch.step();
    RawAnswer answer = generate(job, fragments).withSources(sources);
    watch.step();
    if (clean(answer).isBlank()) {
      throw new GeneratorException(FailureKind.EMPTY, "The answer is empty", null);
    }
    if (!patience.call(
        "store the answer of job " + id(), () -> jobs.storeRawAnswer(lease, answer))) {
      throw new StoppedException(new RunOutcome.Refused());
    }
    return answer;
  }

  private RawAnswer generate(Job job, List<Entry> fragments)
      throws GeneratorException, StoppedException {
    ReportTemplate template =
        ReportTemplate.find(job.template())
            .orElseThrow(
                () ->
                    new GeneratorException(
                        FailureKind.INTERNAL, "Unknown template " + job.template(), null));
    Generator generator = context.generators().choose(job.options());
    if (generator.isMetered()) {
      new RateLimitWait(cancellation, heartbeat, watch, context.ticker(), signal)
          .await(context.rateLimiter().reserve());
    }
    LOG.info("Job {}: {} weaves {} fragments", id(), generator.name(), fragments.size());
    progress.progress(new Progress(0, fragments.size(), Stage.THINKING));
    GenerationRequest request =
        new GenerationRequest(
            template, Period.of(fragments), fragments, context.settings().jobTimeout());
    try {
      return new GeneratorCall(
              generator,
              cancellation,
              heartbeat,
              context,
              signal,
              () -> context.listener().stuck(id()))
          .answer(request, progress, "weave-" + id());
    } catch (GeneratorException e) {
      heed(e);
      throw e;
    }
  }

  /// Where the other side has had enough of this process, its other workers leave it alone, too.
  private void heed(GeneratorException refused) {
    if (refused.kind() == FailureKind.QUOTA) {
      refused
          .retryAfter()
          .filter(asked -> asked.compareTo(Backoff.JOB_CAP) <= 0)
          .ifPresent(context.rateLimiter()::rest);
    }
  }

  private String clean(RawAnswer answer) {
    return context.checker().clean(answer.markdown());
  }

  private static boolean sameWords(List<ReportSource> some, List<ReportSource> others) {
    return digests(some).equals(digests(others));
  }

  private static List<String> digests(List<ReportSource> sources) {
    return sources.stream().map(source -> source.entryId() + " " + source.digest()).toList();
  }

  /// Whether an answer that was lost said yes: the completion is this run's own.
  private boolean completedBefore() {
    return patience
        .call("read job " + id(), () -> jobs.find(id()))
        .filter(
            job ->
                job.status() == JobStatus.COMPLETED && job.fencingToken() == lease.fencingToken())
        .isPresent();
  }

  private JobId id() {
    return lease.jobId();
  }
}
