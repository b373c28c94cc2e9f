package app.fragments.worker;

import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.journal.EntryStore;
import app.fragments.report.ReportStore;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A proxy in front of a worker's ports that makes calls fail, before or after they take effect, or
/// runs an action before a call.
public final class FaultTrap {

  /// Intercepts a call.
  @FunctionalInterface
  public interface Snare {
    Object around(Call call) throws Throwable;
  }

  /// A call of a port.
  public sealed interface Call {
    Object proceed() throws Throwable;

    Object[] arguments();
  }

  private record DirectCall(Object port, Method method, Object[] arguments) implements Call {
    @Override
    public Object proceed() throws Throwable {
      try {
        return method.invoke(port, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  private record SnaredCall(Snare snare, Call inner) implements Call {
    @Override
    public Object proceed() throws Throwable {
      return snare.around(inner);
    }

    @Override
    public Object[] arguments() {
      return inner.arguments();
    }
  }

  /// Returns a setting without a store call.
  private static final String NO_STORE_CALL = "JobQueue.leaseTime";

  private record Rule(String method, Snare snare) {
    boolean catches(String called) {
      return method.equals(called) || (method.equals("*") && !called.equals(NO_STORE_CALL));
    }
  }

  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  public <T> T over(Class<T> port, T real) {
    InvocationHandler handler =
        (_, method, arguments) -> {
          String name = port.getSimpleName() + "." + method.getName();
          Call call = new DirectCall(real, method, arguments);
          for (Rule rule : rules) {
            call = rule.catches(name) ? new SnaredCall(rule.snare(), call) : call;
          }
          return call.proceed();
        };
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }

  public WorkerStores over(WorkerStores stores) {
    return new WorkerStores(
        over(JobStore.class, stores.jobs()),
        over(JobQueue.class, stores.queue()),
        over(EntryStore.class, stores.entries()),
        over(ReportStore.class, stores.reports()),
        over(JobQueue.class, stores.heartbeatQueue()),
        over(JobStore.class, stores.heartbeatJobs()));
  }

  /// @param method such as `JobStore.complete`, or `*` for all; the last one set is outermost
  public FaultTrap set(String method, Snare snare) {
    rules.add(new Rule(method, snare));
    return this;
  }

  /// The store is unavailable for the first calls.
  FaultTrap awayAt(String method, int times) {
    return first(
        method,
        times,
        _ -> {
          throw new StoreUnavailableException("away at " + method, null);
        });
  }

  /// The first calls take effect, but their replies are lost.
  FaultTrap answerLostAt(String method, int times) {
    return first(
        method,
        times,
        call -> {
          call.proceed();
          throw new StoreUnavailableException("answer lost at " + method, null);
        });
  }

  /// The store refuses the first calls.
  FaultTrap refusedAt(String method, int times) {
    return first(
        method,
        times,
        _ -> {
          throw new StoreException("refused at " + method, null);
        });
  }

  /// Runs an action once, before the first call.
  FaultTrap before(String method, Runnable action) {
    return first(
        method,
        1,
        call -> {
          action.run();
          return call.proceed();
        });
  }

  private FaultTrap first(String method, int times, Snare snare) {
    AtomicInteger left = new AtomicInteger(times);
    return set(method, call -> left.getAndDecrement() > 0 ? snare.around(call) : call.proceed());
  }
}
