package app.fragments.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The first one or two characters of an entry's words. As a field of its own they make the first
/// keystrokes of a query fast: the index need not join the entries of thousands of words.
final class WordStarts {
  /// The longest start that is a term of the index.
  static final int MAX_LENGTH = 2;

  /// From here on are scripts whose words are not searched by their start.
  private static final char FIRST_CJK = '\u2E80';

  /// One for each thread that indexes.
  private final ThreadLocal<LongSet> starts = ThreadLocal.withInitial(LongSet::new);

  /// Notes the words that pass on this thread.
  TokenStream collecting(TokenStream words) {
    return new Collector(words, starts.get());
  }

  /// The starts noted on this thread since the last time.
  TokenStream stream() {
    return new Starts(starts.get());
  }

  private static final class Collector extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final LongSet starts;

    Collector(TokenStream words, LongSet starts) {
      super(words);
      this.starts = starts;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      if (term.charAt(0) < FIRST_CJK) {
        long start = 0;
        for (int i = 0; i < Math.min(MAX_LENGTH, term.length()); i++) {
          start = start << Character.SIZE | term.charAt(i);
          starts.add(start);
        }
      }
      return true;
    }
  }

  private static final class Starts extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final LongSet starts;
    private long[] rest = {};
    private int next;

    Starts(LongSet starts) {
      this.starts = starts;
    }

    @Override
    public void reset() {
      rest = starts.drain();
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == rest.length) {
        return false;
      }
      clearAttributes();
      long start = rest[next++];
      for (int shift = Character.SIZE * (MAX_LENGTH - 1); shift >= 0; shift -= Character.SIZE) {
        char c = (char) (start >> shift);
        if (c != 0) {
          term.append(c);
        }
      }
      return true;
    }
  }

  /// A set of numbers other than 0, without an object for each.
  static final class LongSet {
    private long[] slots = new long[1024];
    private int size;

    void add(long value) {
      if (put(value) && ++size * 2 > slots.length) {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (long each : before) {
          if (each != 0) {
            put(each);
          }
        }
      }
    }

    private boolean put(long value) {
      int mask = slots.length - 1;
      int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> 40) & mask;
      while (slots[slot] != 0) {
        if (slots[slot] == value) {
          return false;
        }
        slot = (slot + 1) & mask;
      }
      slots[slot] = value;
      return true;
    }

    /// Returns the numbers and empties the set.
    long[] drain() {
      long[] values = new long[size];
      int next = 0;
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] != 0) {
          values[next++] = slots[i];
          slots[i] = 0;
        }
      }
      size = 0;
      return values;
    }
  }
}
