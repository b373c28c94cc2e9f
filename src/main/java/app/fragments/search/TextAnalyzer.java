package app.fragments.search;

import app.fragments.search.MatchContext.Mark;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  private static final TextAnalyzer QUERY = new TextAnalyzer(null);

  private static final int CJK =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  private final @Nullable WordStarts starts;

  /// @param starts notes the starts of words, for the index; null for queries
  TextAnalyzer(@Nullable WordStarts starts) {
    this.starts = starts;
  }

  /// The words at one position of a text: spellings of the same word.
  ///
  /// @param whole whether it cannot be the start of a longer word, because it is part of a script
  ///   without spaces
  record Position(List<String> words, boolean whole) {}

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    TokenStream folded = new CJKBigramFilter(new FoldingFilter(words), CJK, starts != null);
    return new TokenStreamComponents(words, starts == null ? folded : starts.collecting(folded));
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new WordBreaks(reader);
  }

  /// The parts of a text whose words start with one of these, up to a limit.
  static List<Mark> marks(String text, Set<String> starts, int limit) {
    List<Mark> marks = new ArrayList<>();
    try (TokenStream tokens = QUERY.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (marks.size() < limit && tokens.incrementToken()) {
        String word = term.toString();
        if (starts.stream().anyMatch(word::startsWith)) {
          marks.add(new Mark(offset.startOffset(), offset.endOffset()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read from memory", e);
    }
    return marks;
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
