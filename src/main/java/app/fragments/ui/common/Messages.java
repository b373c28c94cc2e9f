package app.fragments.ui.common;

import app.fragments.report.BidiIsolation;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, from `fxml/messages.properties`.
public final class Messages {
  private final ResourceBundle bundle;

  public Messages(Locale locale) {
    bundle = ResourceBundle.getBundle("app.fragments.fxml.messages", locale);
  }

  /// The text, formatted with [MessageFormat] if there are arguments. Direction controls in an
  /// argument, such as a title, don't reorder the words around it.
  ///
  /// @throws java.util.MissingResourceException if there is no such key; a test checks all keys
  public String get(String key, Object... arguments) {
    String text = bundle.getString(key);
    return arguments.length == 0
        ? text
        : new MessageFormat(text, bundle.getLocale()).format(isolated(arguments));
  }

  private static Object[] isolated(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(each -> each instanceof String text ? BidiIsolation.isolate(text) : each)
        .toArray();
  }

  public ResourceBundle bundle() {
    return bundle;
  }
}
