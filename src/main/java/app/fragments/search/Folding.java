package app.fragments.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.jspecify.annotations.Nullable;

/// Makes words comparable: ignores case, diacritics, composition and width of characters.
final class Folding {
  /// Combining accents, Hebrew points and Arabic vowel signs. Marks of other scripts are letters.
  private static final Pattern DIACRITICS =
      Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05C7\\u064B-\\u065F\\u0670]");

  /// Letters that are also written as two.
  private static final Map<Character, String> DIGRAPHS =
      Map.of('ä', "ae", 'ö', "oe", 'ü', "ue", 'å', "aa", 'ø', "oe");

  private Folding() {}

  static boolean isAscii(CharSequence word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    String plain = DIACRITICS.matcher(decomposed).replaceAll("");
    String composed = Normalizer.normalize(plain, Normalizer.Form.NFC); // Hangul, for one
    char[] in = composed.toCharArray();
    char[] out = new char[4 * in.length]; // the longest replacement of a character
    return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length));
  }

  /// The folded word in its other spelling, `ue` for `ü`, or null if it has none.
  static @Nullable String digraphs(String word) {
    if (isAscii(word)) {
      return null;
    }
    String composed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    StringBuilder spelled = new StringBuilder(composed.length() + 2);
    for (char c : composed.toCharArray()) {
      String two = DIGRAPHS.get(c);
      if (two == null) {
        spelled.append(c);
      } else {
        spelled.append(two);
      }
    }
    String result = spelled.toString();
    return result.equals(composed) ? null : fold(result);
  }
}
