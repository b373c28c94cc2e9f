package app.fragments.ui.emoji;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds emoji in texts. An emoji is what Unicode shows as a picture by default, or with the
/// variation selector U+FE0F: a star is one, a telephone or a copyright sign alone is not.
final class EmojiFinder {
  private static final char AS_TEXT = '\uFE0E';
  private static final char AS_PICTURE = '\uFE0F';
  private static final char JOINER = '\u200D';
  private static final char KEYCAP = '\u20E3';
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private final Predicate<String> isKnown;

  /// @param isKnown whether there is a picture of an emoji without variation selectors
  EmojiFinder(Predicate<String> isKnown) {
    this.isKnown = isKnown;
  }

  /// Whether the text may have emoji. Fast, because almost no text has any.
  static boolean mayHaveEmoji(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (mayBePart(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBePart(char c) {
    if (c < '\u203C') {
      return c == '©' || c == '®';
    }
    return c <= '\u3299' ? c < '\u3000' || c >= '\u3030' : c >= '\uD83C' && c <= '\uD83E';
  }

  List<Emoji> find(String text) {
    List<Emoji> found = new ArrayList<>();
    Matcher cluster = CLUSTER.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!mayStart(text, at) || !cluster.region(at, text.length()).lookingAt()) {
        at++;
        continue;
      }
      Emoji emoji = longest(text, at, cluster.end());
      if (emoji == null) {
        at = cluster.end();
      } else {
        found.add(emoji);
        at = emoji.end();
      }
    }
    return found;
  }

  private static boolean mayStart(String text, int at) {
    char c = text.charAt(at);
    return mayBePart(c)
        ? Character.isSurrogate(c) || Character.isEmoji(c)
        : c <= '9' && isBeforeKeycap(text, at);
  }

  private static boolean isBeforeKeycap(String text, int at) {
    int next = at + 1 < text.length() && text.charAt(at + 1) == AS_PICTURE ? at + 2 : at + 1;
    return next < text.length() && text.charAt(next) == KEYCAP;
  }

  /// The longest known emoji that a cluster starts with, with the joiner after it.
  private @Nullable Emoji longest(String text, int start, int limit) {
    int first = text.codePointAt(start);
    boolean isAlone = start + Character.charCount(first) == limit;
    if ((isAlone && !Character.isEmojiPresentation(first))
        || text.substring(start, limit).indexOf(AS_TEXT) >= 0) {
      return null;
    }
    StringBuilder key = new StringBuilder();
    String best = null;
    int end = start;
    int at = start;
    while (at < limit) {
      int c = text.codePointAt(at);
      boolean isNext = end == at;
      at += Character.charCount(c);
      if (c != AS_PICTURE) {
        key.appendCodePoint(c);
      }
      if (isKnown.test(key.toString())) {
        best = key.toString();
        end = at;
      } else if (best != null && c == JOINER && isNext) {
        end = at;
      }
    }
    return best == null ? null : new Emoji(start, end, best);
  }
}
