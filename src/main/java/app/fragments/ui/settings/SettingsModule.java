package app.fragments.ui.settings;

import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.UiContext;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The part of the window that holds the Settings page. On the FX thread.
public final class SettingsModule {
  private final FxmlScreens screens;
  private final SettingsViewModel model;
  private final Runnable onDone;
  private @Nullable Parent page;

  /// @param onChanged hears of each change, to put it in force: the weave bar and the workers go by
  ///   it; theme and text size are in force already
  /// @param onDone closes the page
  public SettingsModule(
      UiContext context, FxmlScreens screens, Runnable onChanged, Runnable onDone) {
    this.screens = screens;
    this.onDone = onDone;
    model = new SettingsViewModel(context, onChanged);
    screens
        .with(
            SettingsController.class,
            () ->
                new SettingsController(model, context.messages(), context.navigator(), this::leave))
        .with(
            JobSettingsController.class,
            () -> new JobSettingsController(model.jobs(), context.messages()));
  }

  /// The page, showing what is in force now. To be called whenever it is opened.
  public Parent page() {
    model.load();
    Parent made = page;
    if (made == null) {
      made = screens.load(Fxml.SETTINGS);
      made.addEventHandler(
          KeyEvent.KEY_PRESSED,
          key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
              key.consume();
              leave();
            }
          });
      page = made;
    }
    return made;
  }

  /// Keeps what was typed last; to be called when the page is closed by other means than its own.
  public void flush() {
    model.flush();
  }

  private void leave() {
    model.flush();
    onDone.run();
  }
}
