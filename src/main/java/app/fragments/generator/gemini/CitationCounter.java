package app.fragments.generator.gemini;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts how many fragments a growing text has cited so far, as a guess at how far it is.
final class CitationCounter {
  private static final Pattern CITATION = Pattern.compile("\\[\\s*F(\\d{1,6})\\s*]");
  private static final int LONGEST = 16;

  private final BitSet cited = new BitSet();
  private final int total;
  private int read;

  CitationCounter(int total) {
    this.total = total;
  }

  /// @param text the whole text so far; what was read before is not read again
  /// @return how many different ones of the fragments there are, from 0 to the total
  int in(String text) {
    Matcher citations = CITATION.matcher(text);
    citations.region(Math.clamp(read, 0, text.length()), text.length());
    while (citations.find()) {
      int number = Integer.parseInt(citations.group(1));
      if (number >= 1 && number <= total) {
        cited.set(number);
      }
    }
    read = Math.max(0, text.length() - LONGEST);
    return cited.cardinality();
  }
}
