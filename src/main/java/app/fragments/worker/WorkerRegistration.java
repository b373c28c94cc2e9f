package app.fragments.worker;

import app.fragments.job.RegisteredWorker;
import app.fragments.job.WorkerRegistry;
import app.fragments.store.ExceptionSummary;
import app.fragments.store.StoreException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the store every few seconds that this process works on jobs, until it is closed. An outage
/// is waited out; nothing rests on it.
public final class WorkerRegistration implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerRegistration.class);

  private final String id;
  private final RegisteredWorker.Kind kind;
  private final String host;
  private final Supplier<WorkerRegistry> registry;
  private final IntSupplier workers;
  private final IntSupplier busy;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("attendance").factory());

  /// @param host the machine's name
  /// @param registry asked for on a thread of its own, may wait for the store to open
  /// @param workers how many jobs the process can run side by side
  /// @param busy how many it is running
  public WorkerRegistration(
      RegisteredWorker.Kind kind,
      String host,
      Supplier<WorkerRegistry> registry,
      IntSupplier workers,
      IntSupplier busy) {
    this.id = host + "/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID();
    this.kind = kind;
    this.host = host;
    this.registry = registry;
    this.workers = workers;
    this.busy = busy;
  }

  /// Begins to tell, on a thread of its own.
  public WorkerRegistration start() {
    thread.scheduleWithFixedDelay(
        this::announce, 0, WorkerRegistry.ANNOUNCE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /// Tells at once: how many are there, or busy, has changed.
  public void changed() {
    if (!thread.isShutdown()) {
      thread.execute(this::announce);
    }
  }

  private void announce() {
    try {
      registry
          .get()
          .announce(
              new RegisteredWorker(
                  id,
                  kind,
                  host,
                  ProcessHandle.current().pid(),
                  workers.getAsInt(),
                  busy.getAsInt(),
                  Instant.EPOCH,
                  Instant.EPOCH));
    } catch (StoreException e) {
      LOG.debug("Not announced, trying again: {}", e.toString());
    } catch (RuntimeException e) {
      LOG.warn("Not announced: {}", ExceptionSummary.describe(e));
    }
  }

  /// Ends it; the store is told where it is there at once.
  @Override
  public void close() {
    thread.execute(
        () -> {
          try {
            registry.get().withdraw(id);
          } catch (StoreException e) {
            LOG.debug("Not withdrawn; it runs out by itself: {}", e.toString());
          }
        });
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
