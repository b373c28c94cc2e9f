package app.fragments.search;

import app.fragments.journal.EntryId;
import app.fragments.search.MatchContext.MarkedText;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/// Runs a search on a state of the index.
final class IndexSearch {
  private static final SortField BY_DATE =
      new SortField(IndexedEntry.DATE, SortField.Type.INT, true);
  private static final SortField BY_TIME =
      new SortField(IndexedEntry.CREATED_AT, SortField.Type.LONG, true);
  private static final Sort BEST = new Sort(SortField.FIELD_SCORE, BY_DATE, BY_TIME);
  private static final Sort NEWEST = new Sort(BY_DATE, BY_TIME);

  private final IndexSearcher searcher;

  IndexSearch(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  SearchResults run(SearchRequest request) throws IOException {
    if (searcher.getIndexReader().numDocs() == 0 || request.query().isEmpty()) {
      return SearchResults.NOTHING;
    }
    Query query =
        new LuceneQueries(searcher.getIndexReader()).of(request.query(), request.filter());
    Sort sort = request.order() == SearchRequest.Order.BEST ? BEST : NEWEST;
    int limit = Math.min(request.limit(), searcher.getIndexReader().maxDoc());
    TopDocs found =
        searcher.search(query, new TopFieldCollectorManager(sort, limit, null, Integer.MAX_VALUE));
    int[] documents = Arrays.stream(found.scoreDocs).mapToInt(hit -> hit.doc).toArray();
    EntryId[] ids = ids(documents);
    Map<EntryId, MatchContext> contexts = new HashMap<>();
    MatchFinder finder = new MatchFinder(request.query());
    for (int i = 0; i < Math.min(request.contexts(), documents.length); i++) {
      contexts.put(ids[i], context(documents[i], finder, request.snippets()));
    }
    long total = found.totalHits.value();
    return new SearchResults(
        total,
        Stream.of(ids).filter(Objects::nonNull).toList(),
        contexts,
        total > 0 ? null : suggestion(request),
        true);
  }

  /// The matches in some of the entries that were found.
  Map<EntryId, MatchContext> contexts(SearchRequest request, List<EntryId> ids) throws IOException {
    Map<EntryId, MatchContext> contexts = new HashMap<>();
    MatchFinder finder = new MatchFinder(request.query());
    for (EntryId id : ids) {
      ScoreDoc[] found = searcher.search(IndexedEntry.byId(id), 1).scoreDocs;
      if (found.length > 0) {
        contexts.put(id, context(found[0].doc, finder, request.snippets()));
      }
    }
    return contexts;
  }

  private MatchContext context(int document, MatchFinder finder, int snippets) throws IOException {
    Document stored =
        searcher.storedFields().document(document, Set.of(IndexedEntry.TITLE, IndexedEntry.TEXT));
    String title = stored.get(IndexedEntry.TITLE);
    String text = stored.get(IndexedEntry.TEXT);
    return new MatchContext(
        new MarkedText(title, finder.inTitle(title)),
        new Snippets(text).around(finder.inText(text), snippets));
  }

  private @Nullable String suggestion(SearchRequest request) throws IOException {
    Optional<String> corrected = new Suggestions(searcher).correct(request.query());
    if (corrected.isEmpty()) {
      return null;
    }
    SearchQuery query = request.query().withText(corrected.get());
    Query translated = new LuceneQueries(searcher.getIndexReader()).of(query, request.filter());
    return searcher.count(translated) > 0 ? corrected.get() : null;
  }

  /// The ids of documents, read in the order of the index.
  private EntryId[] ids(int[] documents) throws IOException {
    EntryId[] ids = new EntryId[documents.length];
    int[] inOrder =
        IntStream.range(0, documents.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> documents[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = null;
    BinaryDocValues values = null;
    for (int i : inOrder) {
      LeafReaderContext next = leaves.get(ReaderUtil.subIndex(documents[i], leaves));
      if (next != leaf || values == null) {
        leaf = next;
        values = leaf.reader().getBinaryDocValues(IndexedEntry.ID);
      }
      values.advanceExact(documents[i] - leaf.docBase);
      ids[i] = new EntryId(values.binaryValue().utf8ToString());
    }
    return ids;
  }
}
