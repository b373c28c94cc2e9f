package app.fragments.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/// Splits text into folded words, without stemming. Chinese, Japanese and Korean text becomes pairs
/// of characters; in the index also single ones, so that one character can be searched for.
final class TextAnalyzer extends Analyzer {
  private static final TextAnalyzer QUERY = new TextAnalyzer(null, false);
  private static final TextAnalyzer TEXT = new TextAnalyzer(null, true);

  private static final int CJK =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  private final @Nullable WordStarts starts;
  private final boolean singles;

  /// For the index.
  ///
  /// @param starts notes the starts of words
  TextAnalyzer(WordStarts starts) {
    this(starts, true);
  }

  /// @param singles whether to return single characters besides the pairs
  private TextAnalyzer(@Nullable WordStarts starts, boolean singles) {
    this.starts = starts;
    this.singles = singles;
  }

  /// A word of a text, as it is in the index.
  ///
  /// @param position the word's number; words with the same one are spellings, or a character and a
  ///   pair that starts with it
  record Token(String word, int position, int start, int end) {}

  /// The words at one position of a text: spellings of the same word.
  ///
  /// @param whole whether it cannot be the start of a longer word, because it is part of a script
  ///   without spaces
  record Position(List<String> words, boolean whole) {}

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    TokenStream folded = new CJKBigramFilter(new FoldingFilter(words), CJK, singles);
    return new TokenStreamComponents(words, starts == null ? folded : starts.collecting(folded));
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new WordBreaks(reader);
  }

  /// The words of a text, as the index has them.
  static List<Token> tokens(String text) {
    List<Token> words = new ArrayList<>();
    try (TokenStream tokens = TEXT.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int position = -1;
      while (tokens.incrementToken()) {
        position += increment.getPositionIncrement();
        words.add(new Token(term.toString(), position, offset.startOffset(), offset.endOffset()));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read from memory", e);
    }
    return words;
  }

  /// The words of a query's part.
  static List<Position> positions(String text) {
    List<Position> positions = new ArrayList<>();
    try (TokenStream tokens = QUERY.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      TypeAttribute type = tokens.addAttribute(TypeAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (increment.getPositionIncrement() > 0 || positions.isEmpty()) {
          boolean whole =
              type.type().equals(CJKBigramFilter.DOUBLE_TYPE)
                  || type.type().equals(CJKBigramFilter.SINGLE_TYPE);
          positions.add(new Position(new ArrayList<>(), whole));
        }
        positions.getLast().words().add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read from memory", e);
    }
    return positions;
  }
}
