package app.fragments.search;

import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// Compares a state of the index with the store. Remembers which entries it was asked about.
final class IndexSnapshot {
  private static final long MISSING = -1;

  private final IndexReader reader;
  private final FixedBitSet seen;
  private final Set<EntryId> added = new HashSet<>();

  /// What the index does not have as the store does.
  ///
  /// @param added entries that it lacks
  /// @param changed those that it has in another revision, or may have because they were in an
  ///   earlier comparison
  record Difference(List<EntryId> added, List<EntryId> changed) {
    List<EntryId> all() {
      return Stream.concat(added.stream(), changed.stream()).toList();
    }
  }

  /// @param reader open as long as this is used
  IndexSnapshot(IndexReader reader) {
    this.reader = reader;
    seen = new FixedBitSet(Math.max(1, reader.maxDoc()));
  }

  Difference compare(Collection<EntryHeader> headers) throws IOException {
    Difference difference = new Difference(new ArrayList<>(), new ArrayList<>());
    for (EntryHeader header : headers) {
      long revision = revision(header.id());
      if (revision == MISSING && added.add(header.id())) {
        difference.added.add(header.id());
      } else if (revision != header.revision()) {
        difference.changed.add(header.id());
      }
    }
    return difference;
  }

  private long revision(EntryId id) throws IOException {
    BytesRef term = new BytesRef(id.value());
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(IndexedEntry.ID);
      TermsEnum ids = terms == null ? TermsEnum.EMPTY : terms.iterator();
      if (ids.seekExact(term)) {
        int document = live(leaf.reader(), ids.postings(null, PostingsEnum.NONE));
        NumericDocValues revisions = leaf.reader().getNumericDocValues(IndexedEntry.REVISION);
        if (document != DocIdSetIterator.NO_MORE_DOCS && revisions.advanceExact(document)) {
          seen.set(leaf.docBase + document);
          return revisions.longValue();
        }
      }
    }
    return MISSING;
  }

  /// The document that was not deleted.
  private static int live(LeafReader leaf, PostingsEnum documents) throws IOException {
    Bits live = leaf.getLiveDocs();
    int document = documents.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
      document = documents.nextDoc();
    }
    return document;
  }

  /// The entries of the index that were in no comparison.
  List<EntryId> unseen() throws IOException {
    List<EntryId> unseen = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues ids = leaf.reader().getBinaryDocValues(IndexedEntry.ID);
      Bits live = leaf.reader().getLiveDocs();
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        if ((live == null || live.get(document))
            && !seen.get(leaf.docBase + document)
            && ids.advanceExact(document)) {
          unseen.add(new EntryId(ids.binaryValue().utf8ToString()));
        }
      }
    }
    return unseen;
  }
}
