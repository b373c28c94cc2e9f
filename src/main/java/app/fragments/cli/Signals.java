package app.fragments.cli;

/// Reports requests to end the process (Ctrl+C or a signal), and ends it.
@FunctionalInterface
public interface Signals {
  /// Runs an action once when the process is asked to end. The process ends when the registration
  /// is closed, or after ten seconds: close it when everything is cleaned up.
  Registration onEnd(Runnable action);

  /// Runs one action on the first signal and another on each further one. The process lives until
  /// the command returns. If the system reports only one signal, the second action runs at once,
  /// because the process has no time to end gracefully.
  default Registration onEnd(Runnable first, Runnable again) {
    return onEnd(again);
  }

  /// Ends the process at once, whatever its threads are doing.
  default void halt(int exitCode) {
    Runtime.getRuntime().halt(exitCode);
  }

  /// Closing it removes the action.
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
