package app.fragments.store.mongo;

import app.fragments.journal.EntryHeader;
import app.fragments.store.StoreException;
import app.fragments.store.mongo.embedded.SqliteSnapshot;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinaryReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the newest entries of a built-in store that is not open yet, so that the first list does
/// not wait for it. The list must be read again later: the store's migrations may not have run.
public final class StartupSnapshot {
  private static final Logger LOG = LoggerFactory.getLogger(StartupSnapshot.class);

  private StartupSnapshot() {}

  /// Returns what [app.fragments.journal.EntryStore#list] would, or empty if the store must be
  /// opened to know. Must finish before the store is opened, see [SqliteSnapshot].
  public static Optional<List<EntryHeader>> read(Path folder, String userId, int limit) {
    try {
      return SqliteSnapshot.first(
              folder,
              ConnectionUri.DEFAULT_DATABASE,
              EntryDocumentMapper.COLLECTION,
              MongoStoreIndexes.PAGES,
              Arrays.asList(userId, null), // not deleted
              limit)
          .map(StartupSnapshot::headers);
    } catch (StoreException e) {
      LOG.debug("Cannot read an entry before the store is open", e);
      return Optional.empty();
    }
  }

  private static List<EntryHeader> headers(List<byte[]> documents) {
    DocumentCodec codec = new DocumentCodec();
    List<EntryHeader> headers = new ArrayList<>(documents.size());
    for (byte[] bson : documents) {
      try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bson))) {
        Document document = codec.decode(reader, DecoderContext.builder().build());
        headers.add(EntryDocumentMapper.header(document));
      }
    }
    return headers;
  }
}
