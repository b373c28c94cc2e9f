package app.fragments.ui.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Computes something in the background whenever it is asked to, but never twice at once: asked
/// again meanwhile, it goes round once more with what holds then. So the last outcome always fits
/// the last input, and old ones never overtake it. On the FX thread.
///
/// @param <T> what is computed
public final class CoalescingTask<T> {
  private final Background background;
  private final Supplier<Callable<T>> work;
  private final Consumer<T> onDone;
  private final Consumer<Exception> onFailed;
  private boolean running;
  private boolean askedAgain;

  /// @param work asked on the FX thread for a piece of work that holds its input
  /// @param onDone gets the outcome, on the FX thread
  /// @param onFailed gets what the work threw, on the FX thread
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

  /// Asks for a fresh outcome.
  public void refresh() {
    if (running) {
      askedAgain = true;
      return;
    }
    running = true;
    background.run(
        work.get(),
        result -> {
          onDone.accept(result);
          goOn();
        },
        failure -> {
          onFailed.accept(failure);
          goOn();
        });
  }

  /// Whether an outcome is on its way.
  public boolean isRunning() {
    return running;
  }

  private void goOn() {
    running = false;
    if (askedAgain) {
      askedAgain = false;
      refresh();
    }
  }
}
