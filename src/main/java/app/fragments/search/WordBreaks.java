package app.fragments.search;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/// Replaces characters at which the tokenizer should split words, but does not, by spaces:
/// apostrophes (`l'école`), underscores (Markdown's `_emphasis_`, `snake_case`), colons, and
/// periods unless they follow a digit (`Main.java`, not `3.14`).
final class WordBreaks extends CharFilter {
  private boolean afterDigit;

  WordBreaks(Reader input) {
    super(input);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = input.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++) {
      char c = buffer[i];
      if (isBreak(c)) {
        buffer[i] = ' ';
      }
      afterDigit = c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }
    return count;
  }

  private boolean isBreak(char c) {
    return switch (c) {
      case '\'', '’', '_', ':' -> true;
      case '.' -> !afterDigit;
      default -> false;
    };
  }

  @Override
  protected int correct(int offset) {
    return offset;
  }
}
