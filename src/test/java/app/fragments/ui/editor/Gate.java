package app.fragments.ui.editor;

import app.fragments.journal.EntryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Blocks the calls of one store method until the test opens the gate.
final class Gate {
  private volatile @Nullable Held held;

  private record Held(String method, CountDownLatch arrived, CountDownLatch released) {}

  /// The store behind the gate.
  EntryStore before(EntryStore store) {
    return (EntryStore)
        Proxy.newProxyInstance(
            Gate.class.getClassLoader(),
            new Class<?>[] {EntryStore.class},
            (proxy, method, args) -> {
              pass(method.getName());
              try {
                return method.invoke(store, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /// Blocks further calls of that method.
  void hold(String method) {
    held = new Held(method, new CountDownLatch(1), new CountDownLatch(1));
  }

  /// Waits until a call is blocked.
  void awaitCall() throws InterruptedException {
    Held now = held;
    if (now == null || !now.arrived().await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("No call was blocked");
    }
  }

  /// Lets all calls pass.
  void open() {
    Held now = held;
    held = null;
    if (now != null) {
      now.released().countDown();
    }
  }

  private void pass(String method) throws InterruptedException {
    Held now = held;
    if (now != null && now.method().equals(method)) {
      now.arrived().countDown();
      now.released().await();
    }
  }
}
