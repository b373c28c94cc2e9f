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

/// Wraps a worker's ports so that calls fail before or after they take effect, or an action runs
/// before a call.
public final class FaultTrap {

  /// Intercepts a call.
  @FunctionalInterface
  public interface Interceptor {
    Object intercept(Call call) throws Throwable;
  }

  /// A call to a port.
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

  private record InterceptedCall(Interceptor interceptor, Call inner) implements Call {
    @Override
    public Object proceed() throws Throwable {
      return interceptor.intercept(inner);
    }

    @Override
    public Object[] arguments() {
      return inner.arguments();
    }
  }

  /// Returns a setting; makes no store call.
  private static final String NO_STORE_CALL = "JobQueue.leaseTime";

  private record Rule(String method, Interceptor interceptor) {
    boolean matches(String called) {
      return method.equals(called) || (method.equals("*") && !called.equals(NO_STORE_CALL));
    }
  }

  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  public <T> T wrap(Class<T> port, T real) {
    InvocationHandler handler =
        (_, method, arguments) -> {
          String name = port.getSimpleName() + "." + method.getName();
          Call call = new DirectCall(real, method, arguments);
          for (Rule rule : rules) {
            call = rule.matches(name) ? new InterceptedCall(rule.interceptor(), call) : call;
          }
          return call.proceed();
        };
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }

  public WorkerStores wrap(WorkerStores stores) {
    return new WorkerStores(
        wrap(JobStore.class, stores.jobs()),
        wrap(JobQueue.class, stores.queue()),
        wrap(EntryStore.class, stores.entries()),
        wrap(ReportStore.class, stores.reports()),
        wrap(JobQueue.class, stores.heartbeatQueue()),
        wrap(JobStore.class, stores.heartbeatJobs()));
  }

  /// Intercepts calls. The last interceptor set is the outermost.
  ///
  /// @param method such as `JobStore.complete`, or `*` for all
  public FaultTrap set(String method, Interceptor interceptor) {
    rules.add(new Rule(method, interceptor));
    return this;
  }

  /// The store is unavailable for the first calls.
  FaultTrap unavailableAt(String method, int times) {
    return first(
        method,
        times,
        _ -> {
          throw new StoreUnavailableException("unavailable at " + method, null);
        });
  }

  /// The first calls take effect, but their replies are lost.
  FaultTrap replyLostAt(String method, int times) {
    return first(
        method,
        times,
        call -> {
          call.proceed();
          throw new StoreUnavailableException("reply lost at " + method, null);
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

  private FaultTrap first(String method, int times, Interceptor interceptor) {
    AtomicInteger remaining = new AtomicInteger(times);
    return set(
        method,
        call -> remaining.getAndDecrement() > 0 ? interceptor.intercept(call) : call.proceed());
  }
}
