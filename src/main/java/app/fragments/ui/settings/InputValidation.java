package app.fragments.ui.settings;

import app.fragments.settings.MongodbUri;
import app.fragments.settings.Settings;
import app.fragments.ui.common.Messages;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What may be typed into the page, and what is said of the rest.
final class InputValidation {
  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,127}");

  /// Short enough to fit an int.
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  private final Messages messages;

  InputValidation(Messages messages) {
    this.messages = messages;
  }

  /// A whole number in a range.
  Function<String, Optional<String>> number(Settings.Range range) {
    return text ->
        WHOLE.matcher(text).matches() && range.contains(Integer.parseInt(text))
            ? Optional.empty()
            : Optional.of(messages.get("settings.error.number", range.min(), range.max()));
  }

  /// A whole number in a range, or nothing typed at all.
  Function<String, Optional<String>> numberOrNothing(Settings.Range range) {
    return text ->
        text.isEmpty() || number(range).apply(text).isEmpty()
            ? Optional.empty()
            : Optional.of(messages.get("settings.error.numberOrNothing", range.min(), range.max()));
  }

  Optional<String> model(String text) {
    return MODEL.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(messages.get("settings.error.model"));
  }

  /// A MongoDB's address; an empty one is still to be typed.
  Optional<String> mongodbUri(String text) {
    return text.isEmpty() || hostOf(text).isPresent()
        ? Optional.empty()
        : Optional.of(messages.get("settings.error.uri"));
  }

  private static Optional<String> hostOf(String text) {
    if (!new MongodbUri(text).isMongodb() || text.chars().anyMatch(Character::isWhitespace)) {
      return Optional.empty();
    }
    String rest = text.substring(text.indexOf("://") + 3).split("[/?]", 2)[0];
    String host = rest.substring(rest.lastIndexOf('@') + 1);
    return host.isEmpty() ? Optional.empty() : Optional.of(host);
  }
}
