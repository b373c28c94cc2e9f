package app.fragments.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// The signals of this process.
///
/// A JVM that is shutting down receives no further signals. To see a second one, the first must be
/// handled before the JVM handles it, and only the module `jdk.unsupported` can do that.
final class ProcessSignals implements Signals {
  @Override
  public Registration onEnd(Runnable action) {
    CountDownLatch closed = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              action.run();
              try {
                boolean _ = closed.await(10, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "ending");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      closed.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is already shutting down.
      }
    };
  }

  @Override
  public Registration onEnd(Runnable first, Runnable again) {
    AtomicBoolean signalled = new AtomicBoolean();
    Runnable onSignal = () -> (signalled.compareAndSet(false, true) ? first : again).run();
    List<Registration> handlers =
        Stream.of("INT", "TERM", "HUP") // Windows has no HUP
            .flatMap(name -> handle(name, onSignal))
            .toList();
    return handlers.isEmpty()
        ? Signals.super.onEnd(first, again)
        : () -> handlers.forEach(Registration::close);
  }

  /// Handles a signal until the registration is closed; empty if this system or JVM does not
  /// support it. By reflection, because javac warns about `jdk.unsupported` and the warning cannot
  /// be suppressed.
  private static Stream<Registration> handle(String name, Runnable onSignal) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Method handle = signalType.getMethod("handle", signalType, handlerType);
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      Object handler =
          Proxy.newProxyInstance(
              handlerType.getClassLoader(),
              new Class<?>[] {handlerType},
              (_, _, _) -> {
                onSignal.run();
                return null;
              });
      Object previous = handle.invoke(null, signal, handler);
      return Stream.of(
          () -> {
            try {
              handle.invoke(null, signal, previous);
            } catch (ReflectiveOperationException e) {
              throw new IllegalStateException("Cannot restore the signal handler", e);
            }
          });
    } catch (ReflectiveOperationException e) {
      return Stream.empty();
    }
  }
}
