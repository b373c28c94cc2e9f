package app.fragments.generator.gemini;

import java.util.regex.Pattern;

/// Takes what must not be told from a text that somebody else wrote: the key, anything that looks
/// like one, and what was sent.
///
/// @param key the key
/// @param sent the text that was sent
record Redactor(String key, String sent) {
  /// The longest quotation, in characters.
  private static final int LONGEST = 300;

  /// A run of this many characters that was also sent is taken for the user's words.
  private static final int TELLING = 16;

  private static final Pattern KEY_LIKE = Pattern.compile("AIza[\\w-]{10,}|AQ\\.[\\w.-]{20,}");

  /// The text on one line and not too long; empty where it repeats what was sent.
  String quote(String text) {
    String line =
        KEY_LIKE
            .matcher(text.replace(key, "(key)"))
            .replaceAll("(key)")
            .replaceAll("[\\s\\p{Cc}]+", " ")
            .strip();
    String quoted = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    return repeatsSent(quoted) ? "" : quoted;
  }

  private boolean repeatsSent(String text) {
    for (int i = 0; i + TELLING <= text.length(); i++) {
      if (sent.contains(text.substring(i, i + TELLING))) {
        return true;
      }
    }
    return false;
  }

  /// Without the key and the text.
  @Override
  public String toString() {
    return "Scrubber";
  }
}
