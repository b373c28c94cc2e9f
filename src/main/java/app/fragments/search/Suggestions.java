package app.fragments.search;

import app.fragments.search.TextAnalyzer.Position;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/// Corrects the spelling of a query's words to words of the journal.
final class Suggestions {
  private static final List<String> FIELDS =
      List.of(IndexedEntry.TEXT, IndexedEntry.TITLE, IndexedEntry.TAG_WORDS);
  private static final int MIN_LENGTH = 3;

  private final IndexSearcher searcher;
  private final DirectSpellChecker checker = new DirectSpellChecker();

  Suggestions(IndexSearcher searcher) {
    this.searcher = searcher;
    checker.setMinPrefix(0); // the first letter may be the wrong one
    checker.setMinQueryLength(MIN_LENGTH);
    checker.setThresholdFrequency(0);
  }

  /// The query with its unknown words replaced by similar ones, or empty if there are none. It may
  /// still find nothing.
  Optional<String> correct(SearchQuery query) throws IOException {
    StringBuilder corrected = new StringBuilder(query.text());
    for (QueryPart part : query.parts().reversed()) { // positions before it stay valid
      if (part.isUsable() && part.kind().isText()) {
        int start = query.text().indexOf(part.value(), part.start());
        correct(part.value())
            .ifPresent(value -> corrected.replace(start, start + part.value().length(), value));
      }
    }
    return Optional.of(corrected.toString()).filter(text -> !text.equals(query.text()));
  }

  private Optional<String> correct(String words) throws IOException {
    String[] split = words.split("\\s+");
    boolean changed = false;
    for (int i = 0; i < split.length; i++) {
      List<Position> positions = TextAnalyzer.positions(split[i]);
      if (positions.size() == 1) {
        Optional<String> similar = similar(positions.getFirst().words());
        if (similar.isPresent()) {
          boolean lower = split[i].equals(split[i].toLowerCase(Locale.ROOT));
          split[i] = lower ? similar.get().toLowerCase(Locale.ROOT) : similar.get();
          changed = true;
        }
      }
    }
    return changed ? Optional.of(String.join(" ", split)) : Optional.empty();
  }

  private Optional<String> similar(List<String> spellings) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    for (String field : FIELDS) {
      for (String spelling : spellings) {
        if (reader.docFreq(new Term(field, spelling)) > 0) {
          return Optional.empty();
        }
      }
    }
    Term best = null;
    SuggestWord bestWord = null;
    for (String field : FIELDS) {
      Term term = new Term(field, spellings.getFirst());
      Stream<SuggestWord> found =
          Stream.of(checker.suggestSimilar(term, 3, reader, SuggestMode.SUGGEST_ALWAYS));
      SuggestWord word = found.max(BY_LIKELIHOOD).orElse(null);
      if (word != null && (bestWord == null || BY_LIKELIHOOD.compare(word, bestWord) > 0)) {
        bestWord = word;
        best = new Term(field, word.string);
      }
    }
    return best == null ? Optional.empty() : Optional.of(asWritten(best));
  }

  private static final Comparator<SuggestWord> BY_LIKELIHOOD =
      Comparator.<SuggestWord>comparingDouble(word -> word.score).thenComparing(word -> word.freq);

  /// The word as an entry writes it, with its umlauts.
  private String asWritten(Term word) throws IOException {
    if (word.field().equals(IndexedEntry.TAG_WORDS)) {
      return word.text();
    }
    for (ScoreDoc hit : searcher.search(new TermQuery(word), 1).scoreDocs) {
      String text =
          searcher.storedFields().document(hit.doc, Set.of(word.field())).get(word.field());
      for (TextAnalyzer.Token token : TextAnalyzer.tokens(text)) {
        if (token.word().equals(word.text())) {
          return text.substring(token.start(), token.end());
        }
      }
    }
    return word.text();
  }
}
