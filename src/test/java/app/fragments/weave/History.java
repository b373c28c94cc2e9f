package app.fragments.weave;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.job.NewJob;
import app.fragments.job.Retention;
import app.fragments.journal.Entry;
import app.fragments.journal.Selection;
import app.fragments.journal.StoreUnavailableException;
import app.fragments.report.ReportTemplate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Plays what happens to a store with several processes on it, and watches over its promises.
final class History {
  static final int ENTRIES = 2;
  private static final int TRIES = 2;

  /// One thing that happens.
  sealed interface Deed {
    record Submit(int entry, boolean crash) implements Deed {}

    record Cancel(int job) implements Deed {}

    /// @param diesAfter this many calls, or never
    /// @param pausesAt this call, before which other deeds happen
    /// @param pausedFor how many deeds of the history
    /// @param losesAnswerOf this call, which was done all the same
    record Run(
        int diesAfter, int pausesAt, int pausedFor, int losesAnswerOf, boolean generatorFails)
        implements Deed {}

    record Sweep(int diesAfter) implements Deed {}

    record Wait(int seconds) implements Deed {}
  }

  private final WeaveWorld world = new WeaveWorld();
  private final Trap watch = new Trap();
  private final WeaveStores watched = watch.over(world.stores);
  private final List<Entry> entries = new ArrayList<>();
  private final Deque<Deed> ahead;
  private final Map<JobId, Long> highestFence = new HashMap<>();
  private final Map<JobId, Job> ended = new HashMap<>();
  private final List<JobId> acknowledged = new ArrayList<>();
  private int accepted;
  private int refused;

  History(List<Deed> deeds) {
    ahead = new ArrayDeque<>(deeds);
    for (int i = 0; i < ENTRIES; i++) {
      entries.add(world.write("entry " + i));
    }
    watch.set("JobQueue.claim", call -> claimed((Optional<?>) call.proceed()));
    watch.set("JobStore.complete", this::completing);
  }

  /// A lease's fence is higher than that of every lease before.
  private Optional<?> claimed(Optional<?> lease) {
    lease
        .map(Lease.class::cast)
        .ifPresent(
            won -> {
              Long before = highestFence.put(won.jobId(), won.fence());
              assertThat(won.fence()).isGreaterThan(before == null ? 0 : before);
            });
    return lease;
  }

  /// A result is accepted from the last run that started, and from none before it.
  private Object completing(Trap.Call call) throws Throwable {
    Lease lease = (Lease) call.arguments()[0];
    long started = world.job(lease.jobId()).fence();
    Object accepts = call.proceed();
    if (accepts.equals(true)) {
      assertThat(lease.fence()).isEqualTo(started);
      accepted++;
    } else {
      refused++;
    }
    return accepts;
  }

  /// How many results came too late.
  int refused() {
    return refused;
  }

  /// Whether a worker took over from another.
  boolean sawRescue() {
    return jobs().stream().anyMatch(job -> job.rescues() > 0);
  }

  void play() {
    while (!ahead.isEmpty()) {
      happen(ahead.poll());
    }
  }

  private void happen(Deed deed) {
    switch (deed) {
      case Deed.Submit(int entry, boolean crash) -> submit(entries.get(entry), crash);
      case Deed.Cancel(int number) -> cancel(number);
      case Deed.Run run -> run(run);
      case Deed.Sweep(int diesAfter) -> process(diesAfter).sweep();
      case Deed.Wait(int seconds) -> world.clock.advance(Duration.ofSeconds(seconds));
    }
    checkPromises();
  }

  private void submit(Entry entry, boolean crash) {
    Crash.Process process = process(crash ? 1 : Integer.MAX_VALUE);
    WeaveStores stores = process.stores();
    try {
      acknowledged.add(
          new WeaveService(stores.jobs(), stores.queue(), world.clock, TRIES)
              .submit(
                  WeaveWorld.USER,
                  Selection.of(List.of(entry.id())),
                  ReportTemplate.WEEKLY_PROGRESS,
                  JobOptions.DEFAULT)
              .jobId());
    } catch (Crash e) {
      // nobody heard that it was stored
    }
  }

  private void cancel(int number) {
    List<Job> jobs = jobs();
    if (!jobs.isEmpty()) {
      world.service(TRIES).cancel(WeaveWorld.USER, jobs.get(number % jobs.size()).id());
    }
  }

  private void run(Deed.Run run) {
    Crash.Process process = process(run.diesAfter());
    int[] calls = {0};
    process
        .trap()
        .set(
            "*",
            call -> {
              int number = calls[0]++;
              if (number == run.pausesAt()) {
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
      worker(process.stores(), run.generatorFails()).runOne();
    } catch (Crash | StoreUnavailableException e) {
      // the process is gone, or would try again; the stores are there
    }
  }

  private Crash.Process process(int diesAfter) {
    return Crash.of(world, watched).after(diesAfter);
  }

  private Worker worker(WeaveStores stores, boolean fails) {
    ScriptedGenerator generator = new ScriptedGenerator();
    if (fails) {
      generator.script =
          (_, _, _) -> {
            throw new GeneratorException(FailureKind.NETWORK, "for the test", null);
          };
    }
    return new Worker(
        "worker",
        new WorkerContext(
            stores,
            generator.choice(),
            WeaveWorld.CHECKER,
            WeaveListener.NONE,
            world.settings,
            Crew.free(),
            Ticker.SYSTEM,
            new Random(7)));
  }

  private List<Job> jobs() {
    return world.jobs.list(WeaveWorld.USER, Set.of(), Integer.MAX_VALUE);
  }

  private void checkPromises() {
    List<Job> jobs = jobs();
    for (Job job : jobs) {
      Job before = ended.get(job.id());
      if (before != null) {
        assertThat(job).as("a job that had ended").isEqualTo(before);
      } else if (job.status().isTerminal()) {
        ended.put(job.id(), job);
      }
      assertThat(job.attempts()).isBetween(0, TRIES);
    }
    assertThat(jobs.stream().filter(job -> !job.status().isTerminal()).map(History::activeKey))
        .as("live jobs over the same")
        .doesNotHaveDuplicates();
    assertThat(jobs.stream().filter(job -> job.status() == JobStatus.COMPLETED))
        .as("accepted results")
        .hasSize(accepted);
  }

  private static String activeKey(Job job) {
    return new NewJob(
            job.id(),
            job.userId(),
            job.selection(),
            job.template(),
            job.options(),
            job.priority(),
            job.notBefore(),
            job.maxAttempts(),
            job.retryOf())
        .activeKey();
  }

  /// From now on nothing goes wrong: every job must come to its end.
  void letItAllEnd() {
    Sweep sweep = new Sweep(watched, WeaveWorld.CHECKER, Retention.DEFAULT);
    Worker worker = worker(watched, false);
    for (int round = 0; round < 3; round++) {
      world.clock.advance(Backoff.JOB_CAP.plus(JobQueue.LEASE));
      sweep.sweep();
      while (worker.runOne()) {
        checkPromises();
      }
    }
    assertThat(world.queue.depth().total()).as("queued").isZero();
    for (Job job : jobs()) {
      assertThat(job.status().isTerminal()).as("%s", job).isTrue();
      if (job.status() == JobStatus.COMPLETED) {
        assertThat(world.report(job.id())).as("report of %s", job).isPresent();
      } else if (job.status() == JobStatus.FAILED) {
        assertThat(
                job.attempts() == TRIES
                    || job.rescues() > JobRun.MAX_RESCUES
                    || job.failure().kind() == FailureKind.WORKER_LOST)
            .as("%s", job)
            .isTrue();
      }
    }
    assertThat(acknowledged).allMatch(id -> world.jobs.find(id).isPresent());
  }
}
