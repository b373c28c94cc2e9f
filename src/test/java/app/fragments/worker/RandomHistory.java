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

/// Plays a history of several processes on one store and checks the invariants.
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
  private final Deque<HistoryStep> ahead;

  RandomHistory(WorkerFixture world, StoreFixture fixture, List<HistoryStep> deeds) {
    this.world = world;
    this.fixture = fixture;
    this.ahead = new ArrayDeque<>(deeds);
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

  /// How many results were refused.
  int refused() {
    return invariants.refused();
  }

  /// Whether a worker took over a job of another one.
  boolean sawRescue() {
    return leases.stream().anyMatch(lease -> lease.recoveries() > 0);
  }

  void play() {
    while (!ahead.isEmpty()) {
      play(ahead.poll());
    }
  }

  private void play(HistoryStep step) {
    switch (step) {
      case HistoryStep.Submit submit -> submit(submit);
      case HistoryStep.Cancel(int number, HistoryStep.Fate fate) ->
          choose(number)
              .ifPresent(job -> living(fate, service -> service.cancel(job.userId(), job.id())));
      case HistoryStep.Retry(int number, HistoryStep.Fate fate) ->
          choose(number)
              .ifPresent(
                  job ->
                      living(
                          fate,
                          service ->
                              service
                                  .retry(job.userId(), job.id(), null)
                                  .map(Submission::jobId)
                                  .ifPresent(acknowledged::add)));
      case HistoryStep.Run run -> run(run);
      case HistoryStep.Beat(int number) -> beat(number);
      case HistoryStep.Sweep(HistoryStep.Fate fate) -> process(fate).reconcile();
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
        new JobSchedule(Priority.values()[step.urgency()], Duration.ofSeconds(step.delay()));
    living(
        step.fate(),
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

  /// Calls the job service in a process, which may die during the call.
  private void living(HistoryStep.Fate fate, Consumer<JobService> call) {
    WorkerStores stores = process(fate).stores();
    try {
      call.accept(
          new JobService(
              stores.jobs(),
              stores.queue(),
              () -> fixture.clock().now().plusSeconds(fate.clockOff()),
              TRIES));
    } catch (SimulatedCrash e) {
      // the caller died
    }
  }

  private Optional<Job> choose(int number) {
    List<Job> jobs = jobs();
    return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(number % jobs.size()));
  }

  private void beat(int number) {
    if (!leases.isEmpty()) {
      watch.over(fixture.stores()).queue().heartbeat(leases.get(number % leases.size()));
    }
  }

  private void run(HistoryStep.Run run) {
    SimulatedCrash.Process process = process(run.fate());
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
                for (int i = 0; i < run.pausedFor() && !ahead.isEmpty(); i++) {
                  play(ahead.poll());
                }
              }
              Object answer = call.proceed();
              if (number == run.losesAnswerOf()) {
                throw new StoreUnavailableException("answer lost", null);
              }
              return answer;
            });
    try {
      worker(process.stores(), run.answer()).runOne();
    } catch (SimulatedCrash | StoreUnavailableException e) {
      // the process died or would retry; the stores remain
    }
  }

  private SimulatedCrash.Process process(HistoryStep.Fate fate) {
    SimulatedCrash.Process process =
        SimulatedCrash.of(world, watch.over(fixture.stores())).after(fate.diesAfter());
    process
        .trap()
        .set(
            "*",
            call -> {
              fixture.mistake(Duration.ofSeconds(fate.clockOff()));
              try {
                return call.proceed();
              } finally {
                fixture.mistake(Duration.ZERO);
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
              case FAILS -> throw new GeneratorException(FailureKind.NETWORK, "away", null);
            };
    return worker;
  }

  private List<Job> jobs() {
    return USERS.stream()
        .flatMap(user -> fixture.stores().jobs().list(user, Set.of(), 10_000).stream())
        .toList();
  }

  /// Without further faults, every job must end.
  void letItAllEnd() {
    for (int round = 0; round < 4; round++) {
      pass(
          Backoff.JOB_CAP
              .plus(JobQueue.LEASE)
              .plusHours(3)); // longer than any delay set by a wrong clock
      process(HistoryStep.Fate.GOOD).reconcile();
      while (worker(process(HistoryStep.Fate.GOOD).stores(), HistoryStep.Answer.GOOD).runOne()) {
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
