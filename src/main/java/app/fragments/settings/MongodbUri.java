package app.fragments.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The address of a MongoDB server (`mongodb://…` or `mongodb+srv://…`), which may contain a
/// password.
///
/// @param value the address as typed; [#toString()] omits the password
public record MongodbUri(String value) {
  private static final String SCHEME = "(?is)^(mongodb(?:\\+srv)?://";
  private static final String HOST = "(?:\\[[^]/?@]*]|[^:/?@,\\[]+)(?::\\d+)?";

  // Only a well-formed address may have an @ in its options.
  private static final Pattern BEFORE_OPTIONS =
      Pattern.compile(SCHEME + "(?:[^/?@]*@)?" + HOST + "(?:," + HOST + ")*/[^:/?@]*)\\?[a-z]+=.*");
  // In any other, the last @ ends the password, even an unescaped one.
  private static final Pattern PASSWORD = Pattern.compile(SCHEME + "[^:/?@]*):.*@");
  private static final Pattern UNCLEAR = Pattern.compile(SCHEME + ").*[:/?@].*@");

  public boolean isMongodb() {
    return value.startsWith("mongodb://") || value.startsWith("mongodb+srv://");
  }

  /// The host, or hosts separated by commas, with their ports.
  public String hosts() {
    return withoutPassword()
        .replaceFirst("^.*?://", "")
        .replaceFirst("[/?].*", "")
        .replaceFirst(".*@", "");
  }

  /// The address for display and for the settings file.
  public String withoutPassword() {
    Matcher wellFormed = BEFORE_OPTIONS.matcher(value);
    int end = wellFormed.matches() ? wellFormed.end(1) : value.length();
    String start = PASSWORD.matcher(value.substring(0, end)).replaceFirst("$1@");
    String uri = UNCLEAR.matcher(start).replaceFirst("$1") + value.substring(end);
    int question = uri.indexOf('?');
    if (question < 0) {
      return uri;
    }
    String options =
        Arrays.stream(uri.substring(question + 1).split("&", -1))
            .filter(
                option -> !option.split("=", 2)[0].toLowerCase(Locale.ROOT).contains("password"))
            .collect(Collectors.joining("&"));
    return uri.substring(0, question) + (options.isEmpty() ? "" : "?" + options);
  }

  @Override
  public String toString() {
    return withoutPassword();
  }
}
