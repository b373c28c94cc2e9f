package app.fragments.ui.common;

import app.fragments.settings.Settings;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every module of the window needs.
public record UiContext(
    UiServices services,
    Background background,
    Messages messages,
    Navigator navigator,
    StoreHealth health,
    Theming theming) {
  private static final Logger LOG = LoggerFactory.getLogger(UiContext.class);

  /// Shows a message for a few seconds.
  public void toast(String key, Object... arguments) {
    navigator.toast(messages.get(key, arguments));
  }

  /// Shows a message with an Undo button for ten seconds.
  public void toastUndo(String key, Runnable undo, Object... arguments) {
    navigator.toast(messages.get(key, arguments), messages.get("main.undo"), undo);
  }

  /// Handles a failed call like [#failed], and shows a message.
  public void toastFailure(Exception failure, String key, Object... arguments) {
    String message = messages.get(key, arguments);
    failed(failure, message);
    navigator.toast(message);
  }

  /// Runs work on a background thread, see [Background#run(Callable, Consumer, Consumer)].
  public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
    background.run(work, onDone, onFailed);
  }

  /// The same, and handles a failure with [#failed].
  public <T> void run(Callable<T> work, Consumer<T> onDone, String what) {
    run(work, onDone, failure -> failed(failure, what));
  }

  /// Reports a failed call to the health of the store, and logs it if the store did not cause it.
  ///
  /// @param what "Cannot …"
  /// @return whether the store caused it
  public boolean failed(Exception failure, String what) {
    boolean byStore = health.failed(failure);
    if (!byStore) {
      LOG.warn(what, failure);
    }
    return byStore;
  }

  /// Applies a change to the current settings at once and saves them in the background. If they
  /// can't be written, a toast says so, and the change lasts until the program ends.
  public void changeSettings(Consumer<Settings.Copy> change) {
    changeSettings(change, saved -> {});
  }

  /// The same, and then calls `onDone` on the FX thread with whether the settings were written.
  public void changeSettings(Consumer<Settings.Copy> change, Consumer<Boolean> onDone) {
    services
        .saveSettings(services.configuration().settings().with(change))
        .whenCompleteAsync(
            (written, failure) -> {
              if (failure != null) {
                LOG.warn("Could not save the settings", failure);
                toast("settings.notKept");
              }
              onDone.accept(failure == null);
            },
            Platform::runLater);
  }
}
