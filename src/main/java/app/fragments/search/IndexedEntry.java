package app.fragments.search;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.PictureId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// An entry as a document of the index.
final class IndexedEntry {
  static final String ID = "id";
  static final String REVISION = "revision";
  static final String DATE = "date";
  static final String CREATED_AT = "created_at";
  static final String FLAG = "flag";
  static final String TAG = "tag";
  static final String HASH = "hash";
  static final String TITLE = "title";
  static final String TAG_WORDS = "tag_words";
  static final String TEXT = "text";
  static final String START = "start";

  static final String TRASH = "trash";
  static final String STARRED = "starred";
  static final String PICTURE = "picture";

  private static final FieldType STORED = new FieldType();
  private static final FieldType WITH_POSITIONS = new FieldType();
  private static final FieldType STARTS = new FieldType();

  static {
    STORED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    STORED.setStored(true);
    STORED.freeze();
    WITH_POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    WITH_POSITIONS.freeze();
    STARTS.setIndexOptions(IndexOptions.DOCS);
    STARTS.setOmitNorms(true);
    STARTS.freeze();
  }

  private static final Pattern HASHED = Pattern.compile("#([\\p{L}\\p{M}\\p{N}_/-]+)");
  private static final Pattern IMAGE =
      Pattern.compile(
          "!\\[[^]\\n]*]\\([^)\\n]|<img\\b|!\\[\\[[^]\\n]+\\.(?:png|jpe?g|gif|webp|svg|bmp)\\b",
          Pattern.CASE_INSENSITIVE);

  private IndexedEntry() {}

  /// @param starts notes the words of the entry's fields while they are indexed
  static Document document(Entry entry, WordStarts starts) {
    Document document = new Document();
    String id = entry.id().value();
    document.add(new StringField(ID, id, Field.Store.NO));
    document.add(new BinaryDocValuesField(ID, new BytesRef(id)));
    document.add(new NumericDocValuesField(REVISION, entry.revision()));
    int day = Math.toIntExact(entry.date().toEpochDay());
    document.add(new IntPoint(DATE, day));
    document.add(new NumericDocValuesField(DATE, day));
    document.add(new NumericDocValuesField(CREATED_AT, entry.createdAt().toEpochMilli()));
    addFlag(document, TRASH, entry.inTrash());
    addFlag(document, STARRED, entry.starred());
    addFlag(document, PICTURE, hasPicture(entry.text()));
    addTags(document, entry);
    document.add(new Field(TITLE, entry.title(), STORED));
    document.add(new Field(TEXT, PictureId.described(entry.text()), STORED));
    document.add(new Field(START, starts.stream(), STARTS)); // after all other words
    return document;
  }

  static Query byId(EntryId id) {
    return new TermQuery(new Term(ID, id.value()));
  }

  /// Most texts need no pattern, which would take a quarter of the time.
  private static boolean hasPicture(String text) {
    return (text.contains("![") || text.indexOf('<') >= 0) && IMAGE.matcher(text).find();
  }

  private static void addFlag(Document document, String flag, boolean set) {
    if (set) {
      document.add(new StringField(FLAG, flag, Field.Store.NO));
    }
  }

  private static void addTags(Document document, Entry entry) {
    Set<String> terms = new LinkedHashSet<>();
    for (String tag : entry.allTags()) {
      addTagTerms(tag, terms);
      document.add(new Field(TAG_WORDS, tag, WITH_POSITIONS));
    }
    terms.forEach(term -> document.add(new StringField(TAG, term, Field.Store.NO)));
    if (entry.text().indexOf('#') < 0) {
      return;
    }
    Set<String> hashed = new LinkedHashSet<>();
    Matcher matcher = HASHED.matcher(entry.text());
    while (matcher.find()) {
      hashed.addAll(spellings(matcher.group(1)));
    }
    hashed.forEach(term -> document.add(new StringField(HASH, term, Field.Store.NO)));
  }

  /// A tag counts as its parents, too: `project/alpha` as `project`.
  private static void addTagTerms(String tag, Set<String> terms) {
    for (String spelling : spellings(tag)) {
      for (int slash = spelling.indexOf('/');
          slash >= 0;
          slash = spelling.indexOf('/', slash + 1)) {
        if (slash > 0) {
          terms.add(spelling.substring(0, slash));
        }
      }
      if (!spelling.isEmpty()) {
        terms.add(spelling);
      }
    }
  }

  /// A tag as it is compared: folded, one or two spellings.
  static List<String> spellings(String tag) {
    String folded = Folding.fold(tag.strip());
    @Nullable String other = Folding.digraphs(tag.strip());
    return other == null ? List.of(folded) : List.of(folded, other);
  }
}
