package app.fragments.ui.common;

import app.fragments.settings.Settings;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every part of the window is made with.
public record UiContext(
    UiServices services,
    Background background,
    Messages messages,
    Navigator navigator,
    StoreHealth health,
    Theming theming) {
  private static final Logger LOG = LoggerFactory.getLogger(UiContext.class);

  /// Changes the settings of now, so that nothing else that was set meanwhile is lost. What cannot
  /// be written holds until the program ends, and the user is told.
  ///
  /// @return whether it is kept
  public boolean changeSettings(UnaryOperator<Settings> change) {
    try {
      services.saveSettings(change.apply(services.configuration().settings()));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("The settings could not be kept", e);
      navigator.toast(messages.get("settings.notKept"));
      return false;
    }
  }
}
