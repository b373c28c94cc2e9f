package app.fragments.worker;

import java.util.concurrent.atomic.AtomicBoolean;

/// Simulates the death of a process at a store call: neither this call nor later ones take effect.
public final class SimulatedCrash extends Error {
  private static final long serialVersionUID = 1;

  private SimulatedCrash() {
    super("killed", null, false, false);
  }

  public static Process of(WorkerFixture world) {
    return of(world, world.stores);
  }

  public static Process of(WorkerFixture world, WorkerStores stores) {
    return new Process(world, stores);
  }

  /// A separate process on the shared stores.
  public static final class Process {
    private final WorkerFixture world;
    private final WorkerStores stores;
    private final AtomicBoolean dead = new AtomicBoolean();
    private final FaultTrap trap = new FaultTrap();
    private int callsLeft = Integer.MAX_VALUE;

    private Process(WorkerFixture world, WorkerStores stores) {
      this.world = world;
      this.stores = stores;
      trap.set(
          "*",
          call -> {
            if (dead.get() || callsLeft-- <= 0) {
              dead.set(true);
              throw new SimulatedCrash();
            }
            return call.proceed();
          });
    }

    /// Dies at the first call of this method.
    public Process at(String method) {
      trap.set(
          method,
          _ -> {
            dead.set(true);
            throw new SimulatedCrash();
          });
      return this;
    }

    /// Dies after this many store calls.
    public Process after(int calls) {
      callsLeft = calls;
      return this;
    }

    FaultTrap trap() {
      return trap;
    }

    WorkerStores stores() {
      return trap.wrap(stores);
    }

    /// Runs a job, maybe until the process dies.
    ///
    /// @return whether there was a job
    public boolean runOne() {
      return catchingCrash(() -> world.worker(stores()).runOne());
    }

    public void reconcile() {
      catchingCrash(
          () -> {
            new Reconciler(stores(), WorkerFixture.RETENTION).reconcile();
            return true;
          });
    }

    private static boolean catchingCrash(java.util.function.BooleanSupplier step) {
      try {
        return step.getAsBoolean();
      } catch (SimulatedCrash e) {
        return true; // the process died while it had a job
      }
    }
  }
}
