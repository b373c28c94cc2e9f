package app.fragments.ui.settings;

import app.fragments.settings.MongodbUri;
import app.fragments.settings.Settings;
import app.fragments.ui.common.Messages;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Checks for typed settings. Each returns an error message, or an empty text if the input is
/// valid.
record InputValidation(Messages messages) {
  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,127}");

  /// Short enough for an int.
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  Function<String, String> number(Settings.Range range) {
    return text ->
        isNumber(text, range)
            ? ""
            : messages.get("settings.error.number", range.min(), range.max());
  }

  Function<String, String> optionalNumber(Settings.Range range) {
    return text ->
        text.isEmpty() || isNumber(text, range)
            ? ""
            : messages.get("settings.error.numberOrNothing", range.min(), range.max());
  }

  private static boolean isNumber(String text, Settings.Range range) {
    return DIGITS.matcher(text).matches() && range.contains(Integer.parseInt(text));
  }

  String model(String text) {
    return MODEL.matcher(text).matches() ? "" : messages.get("settings.error.model");
  }

  /// Nothing typed yet is no error.
  String mongodbUri(String text) {
    return text.isEmpty() || hasHost(text) ? "" : messages.get("settings.error.uri");
  }

  private static boolean hasHost(String uri) {
    if (!new MongodbUri(uri).isMongodb() || uri.chars().anyMatch(Character::isWhitespace)) {
      return false;
    }
    String authority = uri.substring(uri.indexOf("://") + 3).split("[/?]", 2)[0];
    return !authority.substring(authority.lastIndexOf('@') + 1).isEmpty();
  }
}
