package app.fragments.settings;

import java.util.regex.Pattern;

/// Masks anything that looks like a secret: the last safeguard before the log.
final class Redaction {
  private static final String HIDDEN = "***";
  private static final Pattern GOOGLE_KEY = Pattern.compile("AIza[0-9A-Za-z_-]{20,}");
  private static final Pattern PASSWORD_IN_URI =
      Pattern.compile("(?i)([a-z][a-z0-9+.-]*://[^\\s:/?@]*):[^\\s?]*@");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:api[-_]?key|[?&]key|x-goog-api-key|token|password|passwd|secret)[\"']?\\s*[:=]\\s*[\"']?)[^\\s\"'&,;)}\\]]+");
  private static final Pattern BEARER = Pattern.compile("(?i)(bearer )[^\\s\"',;]+");

  private Redaction() {}

  static String of(String text) {
    String redacted = GOOGLE_KEY.matcher(text).replaceAll(HIDDEN);
    redacted = PASSWORD_IN_URI.matcher(redacted).replaceAll("$1:" + HIDDEN + "@");
    redacted = BEARER.matcher(redacted).replaceAll("$1" + HIDDEN);
    return NAMED.matcher(redacted).replaceAll("$1" + HIDDEN);
  }
}
