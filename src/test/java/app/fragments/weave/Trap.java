package app.fragments.weave;

import app.fragments.journal.StoreException;
import app.fragments.journal.StoreUnavailableException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Stands between a worker and its ports and makes calls fail, before they were done or after, or
/// does something just before one.
final class Trap {

  /// What a trap does around a call that it was set for.
  @FunctionalInterface
  interface Snare {
    Object around(String method, Call call) throws Throwable;
  }

  /// The call itself.
  @FunctionalInterface
  interface Call {
    Object proceed() throws Throwable;
  }

  private record Rule(Predicate<String> methods, Snare snare) {}

  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  <T> T over(Class<T> port, T real) {
    InvocationHandler handler =
        (_, method, arguments) -> {
          Call call =
              () -> {
                try {
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              };
          for (Rule rule : rules) {
            if (rule.methods().test(port.getSimpleName() + "." + method.getName())) {
              Call inner = call;
              call = () -> rule.snare().around(method.getName(), inner);
            }
          }
          return call.proceed();
        };
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }

  WeaveStores over(WeaveStores stores) {
    return new WeaveStores(
        over(app.fragments.job.JobStore.class, stores.jobs()),
        over(app.fragments.job.JobQueue.class, stores.queue()),
        over(app.fragments.journal.EntryStore.class, stores.entries()),
        over(app.fragments.report.ReportStore.class, stores.reports()));
  }

  /// @param method such as `JobStore.complete`, or `*` for every one
  Trap set(String method, Snare snare) {
    rules.add(new Rule(name -> method.equals("*") || method.equals(name), snare));
    return this;
  }

  void clear() {
    rules.clear();
  }

  /// The store is away at the first calls.
  Trap awayAt(String method, int times) {
    return set(
        method,
        new Times(
            times,
            call -> {
              throw new StoreUnavailableException("away at " + method, null);
            }));
  }

  /// The store does what it is asked at the first calls, but its answer is lost.
  Trap answerLostAt(String method, int times) {
    return set(
        method,
        new Times(
            times,
            call -> {
              call.proceed();
              throw new StoreUnavailableException("answer lost at " + method, null);
            }));
  }

  /// The store refuses the first calls for good.
  Trap refusedAt(String method, int times) {
    return set(
        method,
        new Times(
            times,
            call -> {
              throw new StoreException("refused at " + method, null);
            }));
  }

  /// Does this once, just before the first call.
  Trap before(String method, Runnable action) {
    return set(
        method,
        new Times(
            1,
            call -> {
              action.run();
              return call.proceed();
            }));
  }

  @FunctionalInterface
  private interface Around {
    Object apply(Call call) throws Throwable;
  }

  private static final class Times implements Snare {
    private final Around around;
    private int left;

    Times(int times, Around around) {
      this.left = times;
      this.around = around;
    }

    @Override
    public Object around(String method, Call call) throws Throwable {
      synchronized (this) {
        if (left == 0) {
          return call.proceed();
        }
        left--;
      }
      return around.apply(call);
    }
  }
}
