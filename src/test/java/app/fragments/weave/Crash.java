package app.fragments.weave;

import app.fragments.job.Retention;
import java.util.concurrent.atomic.AtomicBoolean;

/// A process that dies at a call: neither that one nor any later one reaches the stores.
final class Crash extends Error {
  private static final long serialVersionUID = 1;

  private Crash() {
    super("killed", null, false, false);
  }

  static Process of(WeaveWorld world) {
    return of(world, world.stores);
  }

  static Process of(WeaveWorld world, WeaveStores stores) {
    return new Process(world, stores);
  }

  /// A process of its own on the shared stores.
  static final class Process {
    private final WeaveWorld world;
    private final WeaveStores stores;
    private final AtomicBoolean dead = new AtomicBoolean();
    private final Trap trap = new Trap();
    private int callsLeft = Integer.MAX_VALUE;

    private Process(WeaveWorld world, WeaveStores stores) {
      this.world = world;
      this.stores = stores;
      trap.set(
          "*",
          call -> {
            if (dead.get() || callsLeft-- <= 0) {
              dead.set(true);
              throw new Crash();
            }
            return call.proceed();
          });
    }

    /// Dies at the first call of that method.
    Process at(String method) {
      trap.set(
          method,
          _ -> {
            dead.set(true);
            throw new Crash();
          });
      return this;
    }

    /// Dies after this many calls to the stores.
    Process after(int calls) {
      callsLeft = calls;
      return this;
    }

    Trap trap() {
      return trap;
    }

    WeaveStores stores() {
      return trap.over(stores);
    }

    /// Runs a job, or as much of it as it lives to.
    ///
    /// @return whether there was one
    boolean runOne() {
      return survivingNothing(() -> world.worker(stores()).runOne());
    }

    void sweep() {
      survivingNothing(
          () -> {
            new Sweep(stores(), WeaveWorld.CHECKER, Retention.DEFAULT).sweep();
            return true;
          });
    }

    private static boolean survivingNothing(java.util.function.BooleanSupplier step) {
      try {
        return step.getAsBoolean();
      } catch (Crash e) {
        return true; // the process is gone, the stores are not
      }
    }
  }
}
