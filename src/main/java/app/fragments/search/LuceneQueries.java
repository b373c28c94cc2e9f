package app.fragments.search;

import app.fragments.journal.EntryFilter;
import app.fragments.search.TextAnalyzer.Position;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// Translates queries into Lucene's. Needs the index, because some parts depend on its words.
final class LuceneQueries {
  /// A phrase whose last word is unfinished looks for so many words at that place.
  private static final int MAX_EXPANSIONS = 200;

  private static final float OTHER_FIELDS = 0.1f;

  /// A field for words, and how much a match in it counts.
  private record WordField(String name, float boost) {}

  private static final List<WordField> ALL_FIELDS =
      List.of(
          new WordField(IndexedEntry.TITLE, 3),
          new WordField(IndexedEntry.TAG_WORDS, 2),
          new WordField(IndexedEntry.TEXT, 1));

  private static final List<WordField> TITLE_ONLY = ALL_FIELDS.subList(0, 1);

  private final IndexReader reader;

  LuceneQueries(IndexReader reader) {
    this.reader = reader;
  }

  Query of(SearchQuery query, EntryFilter filter) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    all.add(flag(IndexedEntry.TRASH), filter.trash() ? Occur.FILTER : Occur.MUST_NOT);
    if (filter.starredOnly()) {
      all.add(flag(IndexedEntry.STARRED), Occur.FILTER);
    }
    if (filter.from() != null || filter.to() != null) {
      all.add(days(filter.from(), filter.to()), Occur.FILTER);
    }
    if (!filter.tags().isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (String tag : filter.tags()) {
        any.add(tag(IndexedEntry.TAG, tag, false), Occur.SHOULD);
      }
      all.add(any.build(), Occur.FILTER);
    }
    boolean restricted = false;
    for (QueryPart part : query.parts()) {
      Query translated = part.isUsable() ? of(part) : null;
      if (translated != null) {
        restricted = true;
        Occur required = part.kind().isText() ? Occur.MUST : Occur.FILTER;
        all.add(translated, part.excluded() ? Occur.MUST_NOT : required);
      }
    }
    return restricted ? all.build() : new MatchNoDocsQuery("The query has no words");
  }

  /// Null if the part has no words, such as a lone hyphen.
  private @Nullable Query of(QueryPart part) throws IOException {
    String value = part.value();
    boolean unfinished = part.open() && !part.excluded();
    return switch (part.kind()) {
      case WORD, PHRASE -> words(value, ALL_FIELDS, part.isPrefix());
      case TITLE -> words(value, TITLE_ONLY, part.isPrefix());
      case TAG -> tag(IndexedEntry.TAG, value, unfinished);
      case HASHTAG ->
          new BooleanQuery.Builder()
              .add(tag(IndexedEntry.TAG, value, unfinished), Occur.SHOULD)
              .add(tag(IndexedEntry.HASH, value, unfinished), Occur.SHOULD)
              .build();
      case STARRED -> flag(IndexedEntry.STARRED);
      case PICTURE -> flag(IndexedEntry.PICTURE);
      case FROM -> part.days() == null ? null : days(part.days().first(), null);
      case TO -> part.days() == null ? null : days(null, part.days().last());
      case ON -> part.days() == null ? null : days(part.days().first(), part.days().last());
    };
  }

  private static Query flag(String flag) {
    return new TermQuery(new Term(IndexedEntry.FLAG, flag));
  }

  private static Query days(@Nullable LocalDate from, @Nullable LocalDate to) {
    return IntPoint.newRangeQuery(
        IndexedEntry.DATE,
        from == null ? Integer.MIN_VALUE : Math.toIntExact(from.toEpochDay()),
        to == null ? Integer.MAX_VALUE : Math.toIntExact(to.toEpochDay()));
  }

  /// @param unfinished if there is no such tag, those that start like this
  private Query tag(String field, String tag, boolean unfinished) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    boolean known = false;
    List<Term> terms =
        IndexedEntry.spellings(tag.strip().replaceFirst("/+$", "")).stream()
            .map(spelling -> new Term(field, spelling))
            .toList();
    for (Term term : terms) {
      any.add(new TermQuery(term), Occur.SHOULD);
      known |= reader.docFreq(term) > 0;
    }
    if (unfinished && !known) {
      terms.forEach(term -> any.add(new PrefixQuery(term), Occur.SHOULD));
    }
    return any.build();
  }

  private @Nullable Query words(String text, List<WordField> fields, boolean prefix)
      throws IOException {
    List<Position> positions = TextAnalyzer.positions(text);
    if (positions.isEmpty()) {
      return null;
    }
    boolean unfinished = prefix && !positions.getLast().whole();
    List<String> last = positions.getLast().words();
    boolean shortStart = unfinished && positions.size() == 1 && fields.equals(ALL_FIELDS);
    if (shortStart && last.stream().allMatch(it -> it.length() <= WordStarts.MAX_LENGTH)) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      any.add(words(fields, positions, false), Occur.SHOULD);
      for (String start : last) {
        Query found = new TermQuery(new Term(IndexedEntry.START, start));
        any.add(new ConstantScoreQuery(found), Occur.SHOULD);
      }
      return any.build();
    }
    return words(fields, positions, unfinished);
  }

  private Query words(List<WordField> fields, List<Position> positions, boolean unfinished)
      throws IOException {
    List<Query> queries = new ArrayList<>();
    for (WordField field : fields) {
      Query query =
          positions.size() == 1
              ? word(field.name(), positions.getFirst(), unfinished)
              : phrase(field.name(), positions, unfinished);
      queries.add(new BoostQuery(query, field.boost()));
    }
    return new DisjunctionMaxQuery(queries, OTHER_FIELDS);
  }

  private static Query word(String field, Position position, boolean prefix) {
    SynonymQuery.Builder spellings = new SynonymQuery.Builder(field);
    position.words().stream().distinct().forEach(word -> spellings.addTerm(new Term(field, word)));
    Query exact = spellings.build();
    if (!prefix) {
      return exact;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(exact, Occur.SHOULD);
    for (String word : position.words()) {
      Query start = new PrefixQuery(new Term(field, word));
      any.add(new ConstantScoreQuery(start), Occur.SHOULD);
    }
    return any.build();
  }

  private Query phrase(String field, List<Position> positions, boolean prefix) throws IOException {
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (int i = 0; i < positions.size(); i++) {
      Set<String> words = new LinkedHashSet<>(positions.get(i).words());
      if (prefix && i == positions.size() - 1) {
        words.addAll(startingWith(field, positions.get(i).words()));
      }
      phrase.add(words.stream().map(word -> new Term(field, word)).toArray(Term[]::new));
    }
    return phrase.build();
  }

  private List<String> startingWith(String field, List<String> starts) throws IOException {
    List<String> words = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      for (String start : terms == null ? List.<String>of() : starts) {
        BytesRef prefix = new BytesRef(start);
        TermsEnum all = terms.iterator();
        boolean more = all.seekCeil(prefix) != TermsEnum.SeekStatus.END;
        while (more
            && StringHelper.startsWith(all.term(), prefix)
            && words.size() < MAX_EXPANSIONS) {
          words.add(all.term().utf8ToString());
          more = all.next() != null;
        }
      }
    }
    return words;
  }
}
