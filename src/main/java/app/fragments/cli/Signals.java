package app.fragments.cli;

/// Tells of the wish to end the process: Ctrl+C, or the system's signal to terminate; and ends it.
@FunctionalInterface
public interface Signals {
  /// Runs an action, once, when the process is to end. The process ends after the registration is
  /// closed, or ten seconds later: so close it when all is put back in order.
  Registration onEnd(Runnable action);

  /// Runs one action at the first wish, and another one at each further wish. The process goes on
  /// until the command returns. Where the system tells of no second one, as [#onEnd(Runnable)] with
  /// the second action: the process has no time to take leave.
  default Registration onEnd(Runnable first, Runnable again) {
    return onEnd(again);
  }

  /// Ends the process at once, whatever its threads are doing.
  default void halt(int exitCode) {
    Runtime.getRuntime().halt(exitCode);
  }

  /// Those of this process.
  static Signals ofProcess() {
    return new ProcessSignals();
  }

  /// Takes an action back.
  @FunctionalInterface
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
