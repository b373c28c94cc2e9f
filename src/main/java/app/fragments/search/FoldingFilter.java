package app.fragments.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/// Folds words. One with an umlaut becomes two at the same position: `muller` and `mueller`.
final class FoldingFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private @Nullable String other;
  private @Nullable State state;

  FoldingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (other != null) {
      restoreState(state);
      term.setEmpty().append(other);
      increment.setPositionIncrement(0);
      other = null;
      return true;
    }
    while (input.incrementToken()) {
      if (lowerAscii()) {
        return true;
      }
      String word = term.toString();
      String folded = Folding.fold(word);
      if (!folded.isEmpty()) { // a lone diacritic
        other = Folding.digraphs(word);
        term.setEmpty().append(folded);
        state = other == null ? null : captureState();
        return true;
      }
    }
    return false;
  }

  /// Lower-cases the word in place. False, with nothing changed, if it is not ASCII.
  private boolean lowerAscii() {
    char[] buffer = term.buffer();
    int length = term.length();
    for (int i = 0; i < length; i++) {
      if (buffer[i] >= 0x80) {
        return false;
      }
    }
    for (int i = 0; i < length; i++) {
      char c = buffer[i];
      if (c >= 'A' && c <= 'Z') {
        buffer[i] = (char) (c + 'a' - 'A');
      }
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    other = null;
  }
}
