package app.fragments.generator.gemini;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Removes secrets from foreign text before we quote it: the key, anything that looks like one, and
/// what we sent.
///
/// @param key the API key
/// @param sent the text that was sent
record Redactor(String key, String sent) {
  private static final int MAX_QUOTE = 300;

  /// A run of this many characters that we also sent counts as the user's words.
  private static final int SENT_RUN = 16;

  private static final Pattern KEY_LIKE = Pattern.compile("AIza[\\w-]{10,}|AQ\\.[\\w.-]{20,}");

  /// The text on one line, shortened; empty if it repeats what was sent.
  String quote(String text) {
    String line =
        KEY_LIKE
            .matcher(text.replace(key, "(key)"))
            .replaceAll("(key)")
            .replaceAll("[\\s\\p{Cc}]+", " ")
            .strip();
    String quote = line.length() <= MAX_QUOTE ? line : line.substring(0, MAX_QUOTE) + "…";
    boolean repeatsSent =
        IntStream.rangeClosed(0, quote.length() - SENT_RUN)
            .anyMatch(i -> sent.contains(quote.substring(i, i + SENT_RUN)));
    return repeatsSent ? "" : quote;
  }

  /// Hides the key and the text.
  @Override
  public String toString() {
    return "Redactor";
  }
}
