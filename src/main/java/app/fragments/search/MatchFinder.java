package app.fragments.search;

import app.fragments.search.MatchContext.MarkedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Finds where a query matches in an entry, from the positions in the index.
final class MatchFinder {
  /// A long text with more matches shows the first ones only.
  private static final int MAX_MATCHES = 300;

  private final IndexSearcher searcher;
  private final Weight weight;
  private final Set<String> starts;

  /// @param starts words whose matches have no positions, to look for in the text
  MatchFinder(IndexSearcher searcher, Query query, Set<String> starts) throws IOException {
    this.searcher = searcher;
    this.starts = starts;
    weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  MatchContext context(int document, int snippets) throws IOException {
    Document stored =
        searcher.storedFields().document(document, Set.of(IndexedEntry.TITLE, IndexedEntry.TEXT));
    @Nullable Matches matches = matches(document);
    String title = stored.get(IndexedEntry.TITLE);
    String text = stored.get(IndexedEntry.TEXT);
    return new MatchContext(
        new MarkedText(title, marks(matches, IndexedEntry.TITLE, title)),
        new Snippets(text).around(marks(matches, IndexedEntry.TEXT, text), snippets));
  }

  /// The first match in a field as it is written there, or null.
  @Nullable String firstMatch(int document, String field) throws IOException {
    String text = searcher.storedFields().document(document, Set.of(field)).get(field);
    return marks(matches(document), field, text).stream()
        .findFirst()
        .map(mark -> text.substring(mark.start(), mark.end()))
        .orElse(null);
  }

  private @Nullable Matches matches(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    return weight.matches(leaf, document - leaf.docBase);
  }

  /// The matches in a field, in order, overlapping ones joined.
  private List<MatchContext.Mark> marks(@Nullable Matches matches, String field, String text)
      throws IOException {
    @Nullable MatchesIterator found = matches == null ? null : matches.getMatches(field);
    List<MatchContext.Mark> marks = new ArrayList<>();
    while (found != null && marks.size() < MAX_MATCHES && found.next()) {
      int end = Math.min(found.endOffset(), text.length());
      if (found.startOffset() >= 0 && found.startOffset() < end) {
        marks.add(new MatchContext.Mark(found.startOffset(), end));
      }
    }
    if (!starts.isEmpty()) {
      marks.addAll(TextAnalyzer.marks(text, starts, MAX_MATCHES));
    }
    marks.sort(Comparator.comparingInt(MatchContext.Mark::start));
    List<MatchContext.Mark> joined = new ArrayList<>();
    for (MatchContext.Mark mark : marks) {
      MatchContext.Mark last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && mark.start() < last.end()) {
        int end = Math.max(last.end(), mark.end());
        joined.set(joined.size() - 1, new MatchContext.Mark(last.start(), end));
      } else {
        joined.add(mark);
      }
    }
    return joined;
  }
}
