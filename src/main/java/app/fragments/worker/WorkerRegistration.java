package app.fragments.worker;

import app.fragments.job.RegisteredWorker;
import app.fragments.job.WorkerRegistry;
import app.fragments.settings.HostName;
import app.fragments.store.ExceptionSummary;
import app.fragments.store.StoreException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announces this process's workers to the store every few seconds until it is closed. The entry is
/// informational, so an outage only delays it.
public final class WorkerRegistration implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerRegistration.class);
  private static final long PID = ProcessHandle.current().pid();

  /// Changes within this time are announced together.
  private static final long CHANGE_DELAY_MILLIS = 1_000;

  private final String uniqueSuffix = "/" + PID + "/" + UUID.randomUUID();
  private final RegisteredWorker.Kind kind;
  private final HostName hostName;
  private final Supplier<WorkerRegistry> registry;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean changePending = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().daemon().name("worker-registration").factory(),
          new ThreadPoolExecutor.DiscardPolicy());
  private volatile IntSupplier workers = () -> 0;
  private volatile IntSupplier busy = () -> 0;

  /// @param registry called on the registration's own thread; may wait until the store is open
  public WorkerRegistration(
      RegisteredWorker.Kind kind, HostName hostName, Supplier<WorkerRegistry> registry) {
    this.kind = kind;
    this.hostName = hostName;
    this.registry = registry;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /// The name of this process's worker with that number, with the host name if already known.
  public String workerName(int number) {
    String name = kind.wire() + "-" + PID + "-" + number;
    return hostName.ifKnown().map(host -> name + "@" + host).orElse(name);
  }

  /// Starts to announce. Later calls have no effect.
  ///
  /// @param workers how many jobs the process can run at once
  /// @param busy how many jobs it runs
  public void start(IntSupplier workers, IntSupplier busy) {
    if (started.compareAndSet(false, true)) {
      this.workers = workers;
      this.busy = busy;
      thread.scheduleWithFixedDelay(
          this::announce, 0, WorkerRegistry.ANNOUNCE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Announces soon: the number of workers or of running jobs has changed.
  public void changed() {
    if (started.get() && changePending.compareAndSet(false, true)) {
      thread.schedule(this::announceChange, CHANGE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void announceChange() {
    changePending.set(false);
    announce();
  }

  private String id() {
    return hostName.get() + uniqueSuffix;
  }

  private void announce() {
    try {
      registry
          .get()
          .announce(
              new RegisteredWorker(
                  id(),
                  kind,
                  hostName.get(),
                  PID,
                  workers.getAsInt(),
                  busy.getAsInt(),
                  Instant.EPOCH,
                  Instant.EPOCH));
    } catch (StoreException e) {
      LOG.debug("Cannot announce the workers, retrying: {}", e.toString());
    } catch (RuntimeException e) {
      LOG.warn("Cannot announce the workers: {}", ExceptionSummary.describe(e));
    }
  }

  /// Withdraws the entry. Waits up to two seconds; after that the entry expires.
  @Override
  public void close() {
    if (started.get()) {
      thread.execute(
          () -> {
            try {
              registry.get().withdraw(id());
            } catch (StoreException e) {
              LOG.debug("Cannot withdraw the workers; the entry expires: {}", e.toString());
            }
          });
    }
    thread.shutdown();
    try {
      if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
