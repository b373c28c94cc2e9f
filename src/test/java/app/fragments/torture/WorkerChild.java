package app.fragments.torture;

import app.fragments.generator.gemini.GeminiGenerator;
import app.fragments.generator.gemini.GeminiSettings;
import app.fragments.job.Lease;
import app.fragments.job.RunSummary;
import app.fragments.report.factcheck.FactCheck;
import app.fragments.store.mongo.MongoStores;
import app.fragments.torture.ChildEvent.Kind;
import app.fragments.worker.FaultTrap;
import app.fragments.worker.JobListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerSettings;
import app.fragments.worker.WorkerStores;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// A process with one worker that reports each step to its parent.
final class WorkerChild {
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

  private final Checkpoint checkpoint;
  private volatile Lease currentLease;

  private WorkerChild(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  public static void main(String[] args) throws InterruptedException {
    ChildOptions options = ChildOptions.parse(args);
    Checkpoint checkpoint = new Checkpoint(options.point(), options.occurrence()).start();
    new WorkerChild(checkpoint).work(options);
  }

  private void work(ChildOptions options) throws InterruptedException {
    try (MongoStores stores = options.open()) {
      Worker worker = new Worker("child", context(stores, options));
      Thread thread = Thread.ofPlatform().name("worker").unstarted(worker::run);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> shutDown(worker, thread, options.drains()), "shutdown"));
      checkpoint.tell(ChildEvent.ready());
      thread.start();
      thread.join();
    }
  }

  private static void shutDown(Worker worker, Thread thread, boolean drains) {
    if (drains) {
      worker.drain();
    } else {
      worker.stop();
    }
    try {
      thread.join(STOP_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WorkerContext context(MongoStores stores, ChildOptions options) {
    GeminiGenerator gemini =
        new GeminiGenerator(() -> new GeminiSettings("key", "gemini-test", options.gemini()));
    WorkerStores ports =
        new WorkerStores(
            stores.jobs(),
            stores.queue(),
            stores.entries(),
            stores.reports(),
            stores.heartbeatQueue(),
            stores.heartbeatJobs());
    WorkerSettings settings =
        new WorkerSettings(
            Duration.ofSeconds(60),
            options.heartbeat(),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            1);
    return new WorkerContext(
        observed(ports),
        _ -> new HeldGenerator(gemini, point -> reached(point)),
        new FactCheck()::check,
        new ChildListener(),
        settings,
        WorkerFixture.UNLIMITED);
  }

  private void reached(KillPoint point) {
    checkpoint.reached(point, currentLease.jobId(), currentLease.fencingToken());
  }

  private WorkerStores observed(WorkerStores ports) {
    FaultTrap trap = new FaultTrap();
    Stream.of(
            "JobStore.startProcessing",
            "JobStore.storeRawAnswer",
            "JobStore.complete",
            "JobStore.fail",
            "JobStore.release",
            "JobQueue.heartbeat",
            "JobQueue.release")
        .forEach(method -> trap.set(method, call -> report(method, call)));
    hold(trap, "JobStore.startProcessing", KillPoint.STARTED);
    hold(trap, "JobStore.storeRawAnswer", KillPoint.RAW_STORED);
    hold(trap, "JobStore.complete", KillPoint.COMPLETED);
    hold(trap, "ReportStore.save", KillPoint.SAVED);
    hold(trap, "JobQueue.release", KillPoint.RELEASED);
    trap.set("JobQueue.claim", this::claim);
    return trap.wrap(ports);
  }

  private Object report(String method, FaultTrap.Call call) throws Throwable {
    Object result = call.proceed();
    boolean accepted =
        result instanceof Optional<?> written ? written.isPresent() : Boolean.TRUE.equals(result);
    Kind kind = accepted ? Kind.ACCEPTED : Kind.REFUSED;
    if (kind == Kind.REFUSED || !method.equals("JobQueue.heartbeat")) {
      checkpoint.tell(ChildEvent.of(kind, method, (Lease) call.arguments()[0]));
    }
    return result;
  }

  private void hold(FaultTrap trap, String method, KillPoint point) {
    trap.set(
        method,
        call -> {
          Object result = call.proceed();
          if (currentLease != null) { // the reconciler saves reports too
            reached(point);
          }
          return result;
        });
  }

  private Object claim(FaultTrap.Call call) throws Throwable {
    Object claimed = call.proceed();
    ((Optional<?>) claimed)
        .map(Lease.class::cast)
        .ifPresent(
            lease -> {
              currentLease = lease;
              checkpoint.tell(ChildEvent.of(Kind.CLAIMED, "-", lease));
              reached(KillPoint.CLAIMED);
            });
    return claimed;
  }

  /// Reports the end of a run.
  private final class ChildListener implements JobListener {
    @Override
    public void runFinished(RunSummary run) {
      currentLease = null;
      checkpoint.tell(
          new ChildEvent(Kind.ENDED, run.result().name(), run.jobId(), run.fencingToken()));
    }
  }
}
