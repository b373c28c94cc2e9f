package app.fragments.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's texts, from the message bundle beside the FXML files.
public final class Messages {
  private final ResourceBundle bundle;

  public Messages(Locale locale) {
    bundle = ResourceBundle.getBundle("app.fragments.fxml.messages", locale);
  }

  /// The text of a key; a missing one fails loudly, and a test looks for those.
  public String get(String key) {
    return bundle.getString(key);
  }

  /// The text of a key with its arguments filled in, by [MessageFormat].
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }

  public ResourceBundle bundle() {
    return bundle;
  }
}
