package app.fragments.ui.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A background computation that never runs twice at once. Requests during a run are coalesced into
/// one more run with the input of that moment, so that the last result always fits the last input.
/// On the FX thread.
public final class CoalescingTask<T> {
  private final Background background;
  private final Supplier<Callable<T>> work;
  private final Consumer<T> onDone;
  private final Consumer<Exception> onFailed;
  private boolean running;
  private boolean requestedAgain;

  /// @param work called on the FX thread before each run; returns the computation with its input
  public CoalescingTask(
      Background background,
      Supplier<Callable<T>> work,
      Consumer<T> onDone,
      Consumer<Exception> onFailed) {
    this.background = background;
    this.work = work;
    this.onDone = onDone;
    this.onFailed = onFailed;
  }

  public void refresh() {
    if (running) {
      requestedAgain = true;
      return;
    }
    running = true;
    background.run(
        work.get(),
        result -> {
          onDone.accept(result);
          finishRun();
        },
        failure -> {
          onFailed.accept(failure);
          finishRun();
        });
  }

  public boolean isRunning() {
    return running;
  }

  private void finishRun() {
    running = false;
    if (requestedAgain) {
      requestedAgain = false;
      refresh();
    }
  }
}
