package app.fragments.ui.editor;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where some words stand in a text.
///
/// @param start the first character
/// @param end after the last one
record TextRange(int start, int end) {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// Looks for the words whatever their case, and whatever stands between them: quoted words have
  /// lost the text's line breaks and Markdown marks.
  static Optional<TextRange> find(String text, String words) {
    String pattern =
        Arrays.stream(BETWEEN_WORDS.split(words))
            .filter(word -> !word.isEmpty())
            .map(Pattern::quote)
            .collect(Collectors.joining(BETWEEN_WORDS.pattern()));
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher =
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text);
    return matcher.find()
        ? Optional.of(new TextRange(matcher.start(), matcher.end()))
        : Optional.empty();
  }
}
