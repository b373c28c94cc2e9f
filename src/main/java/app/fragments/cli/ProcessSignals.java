package app.fragments.cli;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The signals of this process.
///
/// A JVM that shuts down takes no further signal. Who wants to hear of a second one therefore has
/// to take the first one before the JVM does, which the module `jdk.unsupported` alone can.
final class ProcessSignals implements Signals {
  /// Ctrl+C, the system's wish, and the end of the terminal; Windows does not know the last.
  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

  @Override
  public Registration onEnd(Runnable action) {
    CountDownLatch orderly = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              action.run();
              awaitQuietly(orderly);
            },
            "ending");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      orderly.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It is running already.
      }
    };
  }

  private static void awaitQuietly(CountDownLatch orderly) {
    try {
      if (!orderly.await(10, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Registration onEnd(Runnable first, Runnable again) {
    AtomicBoolean told = new AtomicBoolean();
    Runnable onSignal = () -> (told.compareAndSet(false, true) ? first : again).run();
    List<Registration> taken =
        NAMES.stream().flatMap(name -> take(name, onSignal).stream()).toList();
    return taken.isEmpty()
        ? Signals.super.onEnd(first, again)
        : () -> taken.forEach(Registration::close);
  }

  /// Takes a signal until the registration is closed; empty where this system has no such signal,
  /// or the JVM has none to give. By reflection: javac has no way to be told that the use of
  /// `jdk.unsupported` is meant.
  private static Optional<Registration> take(String name, Runnable onSignal) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Method handle = signalType.getMethod("handle", signalType, handlerType);
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      Object handler =
          MethodHandleProxies.asInterfaceInstance(
              handlerType,
              MethodHandles.dropArguments(
                  MethodHandles.lookup()
                      .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                      .bindTo(onSignal),
                  0,
                  signalType));
      Object before = handle.invoke(null, signal, handler);
      return Optional.of(() -> giveBack(handle, signal, before));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static void giveBack(Method handle, Object signal, Object before) {
    try {
      handle.invoke(null, signal, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A signal that was taken can be given back", e);
    }
  }
}
