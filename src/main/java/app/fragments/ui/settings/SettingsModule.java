package app.fragments.ui.settings;

import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.UiContext;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The Settings and About pages. On the FX thread.
public final class SettingsModule {
  private final ScreenLoader screens;
  private final SettingsViewModel model;
  private final Runnable close;
  private @Nullable Parent settings;

  /// @param onChanged called after each change that other modules must apply; theme and text size
  ///   are applied already
  /// @param close closes Settings
  /// @param closeAbout closes About
  public SettingsModule(
      UiContext context,
      ScreenLoader screens,
      Runnable onChanged,
      Runnable close,
      Runnable closeAbout) {
    this.screens = screens;
    this.close = close;
    model = new SettingsViewModel(context, onChanged);
    screens.with(
        SettingsController.class,
        () -> new SettingsController(model, context, this::flushAndClose));
    screens.with(AboutController.class, () -> new AboutController(context, closeAbout));
  }

  /// The Settings page with the current values. Call it each time the page opens.
  public Parent settings() {
    model.load();
    Parent page = settings;
    if (page == null) {
      page = screens.load(FxmlFile.SETTINGS);
      page.addEventHandler(
          KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
              event.consume();
              flushAndClose();
            }
          });
      settings = page;
    }
    return page;
  }

  /// Saves pending edits. Call it when something other than the page closes it.
  public void flush() {
    model.flush();
  }

  private void flushAndClose() {
    flush();
    close.run();
  }
}
