package app.fragments.generator.gemini;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The code fence that a model at times puts around its whole answer, although asked not to.
final class CodeFence {
  private static final Pattern OPENING =
      Pattern.compile("\\A\\s*(`{3,})(?:markdown|md)?[ \\t]*\\R", Pattern.CASE_INSENSITIVE);

  private CodeFence() {}

  /// The text without it; also where the closing one has not come yet.
  static String strip(String text) {
    Matcher opening = OPENING.matcher(text);
    if (!opening.find()) {
      return text;
    }
    String inside = text.substring(opening.end());
    String end = inside.stripTrailing();
    return end.endsWith("\n" + opening.group(1))
        ? end.substring(0, end.length() - opening.group(1).length())
        : inside;
  }
}
