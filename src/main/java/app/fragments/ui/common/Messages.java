package app.fragments.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, from `fxml/messages.properties`.
public final class Messages {
  private final ResourceBundle bundle;

  public Messages(Locale locale) {
    bundle = ResourceBundle.getBundle("app.fragments.fxml.messages", locale);
  }

  /// @throws java.util.MissingResourceException if there is no such key; a test checks all keys
  public String get(String key) {
    return bundle.getString(key);
  }

  /// The text with its arguments, formatted with [MessageFormat].
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }

  public ResourceBundle bundle() {
    return bundle;
  }
}
