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
import app.fragments.job.RetentionPolicy;
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

/// Plays what happens to a store with several processes on it, and watches over its promises.
final class RandomHistory {
  static final int ENTRIES = 4;
  static final int PER_USER = 1;
  private static final int TRIES = 2;
  private static final List<String> USERS = List.of("ada", "grace");

  private final WeaveWorld world;
  private final StoreFixture ground;
  private final JobInvariants promises;
  private final FaultTrap watch = new FaultTrap();
  private final List<Entry> entries = new ArrayList<>();
  private final List<JobId> acknowledged = new ArrayList<>();
  private final List<Lease> leases = new ArrayList<>();
  private final Deque<HistoryStep> ahead;

  RandomHistory(WeaveWorld world, StoreFixture ground, List<HistoryStep> deeds) {
    this.world = world;
    this.ground = ground;
    this.ahead = new ArrayDeque<>(deeds);
    this.promises = new JobInvariants(ground, PER_USER, TRIES);
    promises.watch(watch);
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

  /// How many results came too late.
  int refused() {
    return promises.refused();
  }

  /// Whether a worker took over from another.
  boolean sawRescue() {
    return leases.stream().anyMatch(lease -> lease.recoveries() > 0);
  }

  void play() {
    while (!ahead.isEmpty()) {
      happen(ahead.poll());
    }
  }

  private void happen(HistoryStep deed) {
    switch (deed) {
      case HistoryStep.Submit submit -> submit(submit);
      case HistoryStep.Cancel(int number, HistoryStep.Fate fate) ->
          choose(number)
              .ifPresent(job -> living(fate, desk -> desk.cancel(job.userId(), job.id())));
      case HistoryStep.Retry(int number, HistoryStep.Fate fate) ->
          choose(number)
              .ifPresent(
                  job ->
                      living(
                          fate,
                          desk ->
                              desk.retry(job.userId(), job.id(), null)
                                  .map(Submission::jobId)
                                  .ifPresent(acknowledged::add)));
      case HistoryStep.Run run -> run(run);
      case HistoryStep.Beat(int number) -> beat(number);
      case HistoryStep.Sweep(HistoryStep.Fate fate) -> process(fate).reconcile();
      case HistoryStep.Wait(int seconds) -> pass(Duration.ofSeconds(seconds));
    }
    promises.check(jobs());
  }

  private void pass(Duration time) {
    ground.pass(time);
    promises.pass(time);
  }

  private void submit(HistoryStep.Submit deed) {
    Entry entry = entries.get(deed.entry());
    JobSchedule schedule =
        new JobSchedule(Priority.values()[deed.urgency()], Duration.ofSeconds(deed.delay()));
    living(
        deed.fate(),
        desk ->
            acknowledged.add(
                desk.submit(
                        entry.userId(),
                        Selection.of(List.of(entry.id())),
                        ReportTemplate.WEEKLY_PROGRESS,
                        JobOptions.DEFAULT,
                        schedule)
                    .jobId()));
  }

  /// Has a process do what the window or a command does, for as long as it lives.
  private void living(HistoryStep.Fate fate, Consumer<JobService> errand) {
    WorkerStores stores = process(fate).stores();
    try {
      errand.accept(
          new JobService(
              stores.jobs(),
              stores.queue(),
              () -> ground.clock().now().plusSeconds(fate.clockOff()),
              TRIES));
    } catch (SimulatedCrash e) {
      // nobody heard what came of it
    }
  }

  private Optional<Job> choose(int number) {
    List<Job> jobs = jobs();
    return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(number % jobs.size()));
  }

  private void beat(int number) {
    if (!leases.isEmpty()) {
      watch.over(ground.stores()).queue().heartbeat(leases.get(number % leases.size()));
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
                promises.check(jobs());
                for (int i = 0; i < run.pausedFor() && !ahead.isEmpty(); i++) {
                  happen(ahead.poll());
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
      // the process is gone, or would try again; the stores are there
    }
  }

  private SimulatedCrash.Process process(HistoryStep.Fate fate) {
    SimulatedCrash.Process process =
        SimulatedCrash.of(world, watch.over(ground.stores())).after(fate.diesAfter());
    process
        .trap()
        .set(
            "*",
            call -> {
              ground.mistake(Duration.ofSeconds(fate.clockOff()));
              try {
                return call.proceed();
              } finally {
                ground.mistake(Duration.ZERO);
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
                WeaveWorld.CHECKER,
                JobListener.NONE,
                world.settings,
                new WorkerPoolSettings(
                    PER_USER,
                    WorkerPoolSettings.UNLIMITED.callsPerMinute(),
                    RetentionPolicy.DEFAULT),
                Ticker.SYSTEM,
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
        .flatMap(user -> ground.stores().jobs().list(user, Set.of(), 10_000).stream())
        .toList();
  }

  /// From now on nothing goes wrong: every job must come to its end.
  void letItAllEnd() {
    for (int round = 0; round < 4; round++) {
      pass(Backoff.JOB_CAP.plus(JobQueue.LEASE).plusHours(3)); // past what a wrong clock set
      process(HistoryStep.Fate.GOOD).reconcile();
      while (worker(process(HistoryStep.Fate.GOOD).stores(), HistoryStep.Answer.GOOD).runOne()) {
        promises.check(jobs());
      }
    }
    assertThat(ground.stores().queue().depth().total()).as("queued").isZero();
    jobs().forEach(this::checkEnd);
    assertThat(acknowledged).as("acknowledged").allMatch(promises::hasEnded);
  }

  private void checkEnd(Job job) {
    assertThat(job.status().isTerminal()).as("%s", job).isTrue();
    if (job.status() == JobStatus.COMPLETED) {
      assertThat(ground.stores().reports().find(job.userId(), new ReportId(job.id().value())))
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
