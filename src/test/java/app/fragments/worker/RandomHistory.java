package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobQueue;
import app.fragments.job.JobSchedule;
import app.fragments.job.JobService;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.job.Priority;
import app.fragments.job.Submission;
import app.fragments.journal.Entry;
import app.fragments.journal.Selection;
import app.fragments.report.ReportId;
import app.fragments.report.ReportTemplate;
import app.fragments.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Plays a history of several processes on one store and checks the invariants after each step.
final class RandomHistory {
  static final int ENTRIES = 4;
  static final int PER_USER = 1;
  private static final int TRIES = 2;
  private static final List<String> USERS = List.of("ada", "grace");

  private final WorkerFixture world;
  private final StoreFixture fixture;
  private final JobInvariants invariants;
  private final FaultTrap watch = new FaultTrap();
  private final List<Entry> entries = new ArrayList<>();
  private final List<JobId> acknowledged = new ArrayList<>();
  private final List<Lease> leases = new ArrayList<>();
  private final Deque<HistoryStep> upcoming;

  RandomHistory(WorkerFixture world, StoreFixture fixture, List<HistoryStep> steps) {
    this.world = world;
    this.fixture = fixture;
    this.upcoming = new ArrayDeque<>(steps);
    this.invariants = new JobInvariants(fixture, PER_USER, TRIES);
    invariants.watch(watch);
    watch.set(
        "JobQueue.claim",
        call -> {
          Optional<?> lease = (Optional<?>) call.proceed();
          lease.map(Lease.class::cast).ifPresent(leases::add);
          return lease;
        });
    for (int i = 0; i < ENTRIES; i++) {
      entries.add(world.write(USERS.get(i % USERS.size()), "entry " + i));
    }
  }

  /// The number of refused results.
  int refused() {
    return invariants.refused();
  }

  /// Whether a worker took over another's job.
  boolean sawRecovery() {
    return leases.stream().anyMatch(lease -> lease.recoveries() > 0);
  }

  void play() {
    while (!upcoming.isEmpty()) {
      play(upcoming.poll());
    }
  }

  private void play(HistoryStep step) {
    switch (step) {
      case HistoryStep.Submit submit -> submit(submit);
      case HistoryStep.Cancel(int number, HistoryStep.ProcessFaults faults) ->
          choose(number)
              .ifPresent(
                  job -> inProcess(faults, service -> service.cancel(job.userId(), job.id())));
      case HistoryStep.Retry(int number, HistoryStep.ProcessFaults faults) ->
          choose(number)
              .ifPresent(
                  job ->
                      inProcess(
                          faults,
                          service ->
                              service
                                  .retry(job.userId(), job.id(), null)
                                  .map(Submission::jobId)
                                  .ifPresent(acknowledged::add)));
      case HistoryStep.Run run -> run(run);
      case HistoryStep.Heartbeat(int number) -> heartbeat(number);
      case HistoryStep.Reconcile(HistoryStep.ProcessFaults faults) -> process(faults).reconcile();
      case HistoryStep.Wait(int seconds) -> pass(Duration.ofSeconds(seconds));
    }
    invariants.check(jobs());
  }

  private void pass(Duration time) {
    fixture.pass(time);
    invariants.pass(time);
  }

  private void submit(HistoryStep.Submit step) {
    Entry entry = entries.get(step.entry());
    JobSchedule schedule =
        new JobSchedule(Priority.values()[step.priority()], Duration.ofSeconds(step.delay()));
    inProcess(
        step.faults(),
        service ->
            acknowledged.add(
                service
                    .submit(
                        entry.userId(),
                        Selection.of(List.of(entry.id())),
                        ReportTemplate.WEEKLY_PROGRESS,
                        JobOptions.DEFAULT,
                        schedule)
                    .jobId()));
  }

  /// Calls the job service from a process that may die during the call.
  private void inProcess(HistoryStep.ProcessFaults faults, Consumer<JobService> call) {
    WorkerStores stores = process(faults).stores();
    try {
      call.accept(
          new JobService(
              stores.jobs(),
              stores.queue(),
              () -> fixture.clock().now().plusSeconds(faults.clockOff()),
              TRIES));
    } catch (SimulatedCrash e) {
      // the process died
    }
  }

  private Optional<Job> choose(int number) {
    List<Job> jobs = jobs();
    return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(number % jobs.size()));
  }

  private void heartbeat(int number) {
    if (!leases.isEmpty()) {
      watch.wrap(fixture.stores()).queue().heartbeat(leases.get(number % leases.size()));
    }
  }

  private void run(HistoryStep.Run run) {
    SimulatedCrash.Process process = process(run.faults());
    Thread own = Thread.currentThread();
    int[] calls = {0};
    process
        .trap()
        .set(
            "*",
            call -> {
              if (Thread.currentThread() != own) {
                return call.proceed();
              }
              int number = calls[0]++;
              if (number == run.pausesAt()) {
                invariants.check(jobs());
                for (int i = 0; i < run.pausedFor() && !upcoming.isEmpty(); i++) {
                  play(upcoming.poll());
                }
              }
              Object answer = call.proceed();
              if (number == run.losesReplyOf()) {
                throw new StoreUnavailableException("reply lost", null);
              }
              return answer;
            });
    try {
      worker(process.stores(), run.answer()).runOne();
    } catch (SimulatedCrash | StoreUnavailableException e) {
      // the process died or would retry later
    }
  }

  private SimulatedCrash.Process process(HistoryStep.ProcessFaults faults) {
    SimulatedCrash.Process process =
        SimulatedCrash.of(world, watch.wrap(fixture.stores())).after(faults.diesAfter());
    process
        .trap()
        .set(
            "*",
            call -> {
              fixture.setClockError(Duration.ofSeconds(faults.clockOff()));
              try {
                return call.proceed();
              } finally {
                fixture.setClockError(Duration.ZERO);
              }
            });
    return process;
  }

  private Worker worker(WorkerStores stores, HistoryStep.Answer answer) {
    ScriptedGenerator generator = new ScriptedGenerator();
    Worker worker =
        new Worker(
            "worker",
            new WorkerContext(
                stores,
                generator.choice(),
                WorkerFixture.CHECKER,
                JobListener.NONE,
                world.settings,
                new WorkerPoolSettings(
                    PER_USER, WorkerFixture.UNLIMITED.callsPerMinute(), WorkerFixture.RETENTION),
                MonotonicClock.SYSTEM,
                new Random(7)));
    generator.script =
        (request, _, _) ->
            switch (answer) {
              case GOOD -> ScriptedGenerator.report(request);
              case DRAINED -> {
                worker.drain();
                yield ScriptedGenerator.report(request);
              }
              case STOPPED -> {
                worker.stop();
                throw new GeneratorException(FailureKind.NETWORK, "closed", null);
              }
              case FAILS -> throw new GeneratorException(FailureKind.NETWORK, "unreachable", null);
            };
    return worker;
  }

  private List<Job> jobs() {
    return USERS.stream()
        .flatMap(user -> fixture.stores().jobs().list(user, Set.of(), 10_000).stream())
        .toList();
  }

  /// Runs without further faults until every job has ended.
  void finishAllJobs() {
    for (int round = 0; round < 4; round++) {
      pass(
          Backoff.JOB_CAP
              .plus(JobQueue.LEASE)
              .plusHours(3)); // longer than any delay set by a wrong clock
      process(HistoryStep.ProcessFaults.NONE).reconcile();
      while (worker(process(HistoryStep.ProcessFaults.NONE).stores(), HistoryStep.Answer.GOOD)
          .runOne()) {
        invariants.check(jobs());
      }
    }
    assertThat(fixture.stores().queue().depth().total()).as("queued").isZero();
    jobs().forEach(this::checkEnd);
    assertThat(acknowledged).as("acknowledged").allMatch(invariants::hasEnded);
  }

  private void checkEnd(Job job) {
    assertThat(job.status().isTerminal()).as("%s", job).isTrue();
    if (job.status() == JobStatus.COMPLETED) {
      assertThat(fixture.stores().reports().find(job.userId(), new ReportId(job.id().value())))
          .as("report of %s", job)
          .isPresent();
    } else if (job.status() == JobStatus.FAILED) {
      assertThat(
              Stream.of(
                  job.attempts() == TRIES,
                  job.recoveries() > JobExecution.MAX_RECOVERIES,
                  job.failure().kind() == FailureKind.WORKER_LOST))
          .as("%s", job)
          .contains(true);
    }
  }
}
