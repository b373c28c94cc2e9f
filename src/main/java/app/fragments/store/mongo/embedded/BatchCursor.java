package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rest of a result, in batches that fit into a message.
final class BatchCursor extends AbstractCursor {
  /// MongoDB's limit for a batch.
  private static final long MAX_BYTES = 16L << 20;

  private static final int SMALL_VALUE = 16;

  private List<Document> remaining;

  BatchCursor(long id, List<Document> remaining) {
    super(id);
    this.remaining = remaining;
  }

  @Override
  public boolean isEmpty() {
    return remaining.isEmpty();
  }

  @Override
  public List<Document> takeDocuments(int batchSize) {
    int size = sizeOfBatch(remaining, batchSize);
    List<Document> batch = remaining.subList(0, size);
    remaining = remaining.subList(size, remaining.size());
    return batch;
  }

  /// How many documents go into the next batch, at least one. The `batchSize` is 0 for as many as
  /// fit.
  static int sizeOfBatch(List<Document> documents, int batchSize) {
    int most = batchSize > 0 ? Math.min(batchSize, documents.size()) : documents.size();
    long bytes = 0;
    for (int i = 0; i < most; i++) {
      bytes += roughSize(documents.get(i));
      if (i > 0 && bytes > MAX_BYTES) {
        return i;
      }
    }
    return most;
  }

  /// At least half the encoded size of text and collections.
  private static long roughSize(@Nullable Object value) {
    return switch (value) {
      case String text -> SMALL_VALUE + 2L * text.length();
      case Map<?, ?> map -> SMALL_VALUE * (long) map.size() + roughSize(map.values());
      case Collection<?> values -> values.stream().mapToLong(BatchCursor::roughSize).sum();
      case null, default -> SMALL_VALUE;
    };
  }
}
