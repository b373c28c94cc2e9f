package app.fragments.ui.settings;

import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.UiContext;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The Settings and About pages. On the FX thread.
public final class SettingsModule {
  private final ScreenLoader screens;
  private final SettingsViewModel model;
  private @Nullable Parent page;

  /// @param onChanged called after each change that other modules must apply; theme and text size
  ///   are applied already
  public SettingsModule(
      UiContext context,
      ScreenLoader screens,
      Runnable onChanged,
      Runnable close,
      Runnable closeAbout) {
    this.screens = screens;
    model = new SettingsViewModel(context, onChanged);
    screens
        .with(SettingsController.class, () -> new SettingsController(model, context, close))
        .with(AboutController.class, () -> new AboutController(context, closeAbout));
  }

  /// The Settings page with the current values. Call it each time the page opens.
  public Parent settings() {
    model.load();
    Parent shown = page == null ? screens.load(FxmlFile.SETTINGS) : page;
    page = shown;
    return shown;
  }

  /// Saves pending edits. Call it when the page closes.
  public void flush() {
    model.flush();
  }
}
