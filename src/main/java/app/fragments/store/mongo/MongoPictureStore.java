package app.fragments.store.mongo;

import static app.fragments.store.mongo.CommonFields.ID;
import static app.fragments.store.mongo.CommonFields.USER_ID;
import static app.fragments.store.mongo.DriverErrors.insertIfAbsent;
import static app.fragments.store.mongo.DriverErrors.readAll;
import static app.fragments.store.mongo.DriverErrors.translating;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import app.fragments.journal.Picture;
import app.fragments.journal.PictureId;
import app.fragments.journal.PictureStore;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSDownloadStream;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/// The pictures in the layout of GridFS, in `pictures.files` and `pictures.chunks`. A file's id is
/// its user and the SHA-256 of its bytes. So an interrupted upload can be repeated, and two
/// processes may store the same picture at once, which the driver's own upload does not allow.
final class MongoPictureStore implements PictureStore {
  static final String FILES = "pictures.files";
  static final String CHUNKS = "pictures.chunks";
  static final String FILES_ID = "files_id";
  static final String N = "n";

  private static final String BUCKET = "pictures";
  private static final String DATA = "data";
  private static final String METADATA = "metadata.";
  private static final String CHECKED_AT = METADATA + "checked_at";
  private static final String UNREFERENCED_SINCE = "unreferenced_since";

  private static final int CHUNK_BYTES = 255 * 1024;
  private static final int CHUNKS_PER_MESSAGE = 8;
  private static final int TEXTS_PER_PAGE = 500;
  private static final Duration BETWEEN_CHECKS = Duration.ofDays(1);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoDatabase database;
  private final MongoCollection<Document> files;
  private final MongoCollection<Document> chunks;
  private final StoreClock clock;

  MongoPictureStore(MongoDatabase database, StoreClock clock) {
    this.database = database;
    this.files = database.getCollection(FILES);
    this.chunks = database.getCollection(CHUNKS);
    this.clock = clock;
  }

  @Override
  public void save(String userId, Picture picture) {
    String id = id(userId, picture.id());
    Bson keep = unset(METADATA + UNREFERENCED_SINCE);
    if (translating(() -> files.updateOne(eq(ID, id), keep)).getMatchedCount() > 0) {
      return;
    }
    byte[] bytes = picture.file();
    for (int n = 0; n * CHUNK_BYTES < bytes.length; n++) {
      int start = n * CHUNK_BYTES;
      Binary data =
          new Binary(Arrays.copyOfRange(bytes, start, Math.min(start + CHUNK_BYTES, bytes.length)));
      Document key = new Document(FILES_ID, id).append(N, n);
      Document content = new Document(ID, new ObjectId()).append(DATA, data);
      translating(() -> chunks.updateOne(key, new Document("$setOnInsert", content), UPSERT));
    }
    Instant now = clock.now();
    Document file =
        new Document(ID, id)
            .append("filename", picture.id().value() + "." + picture.format().extension())
            .append("length", (long) bytes.length)
            .append("chunkSize", CHUNK_BYTES)
            .append("uploadDate", now)
            .append(
                "metadata",
                new Document(CommonFields.SCHEMA, CommonFields.SCHEMA_VERSION)
                    .append(USER_ID, userId)
                    .append("name", picture.name())
                    .append("content_type", picture.format().mediaType())
                    .append("checked_at", now));
    insertIfAbsent(() -> files.insertOne(file).wasAcknowledged());
  }

  @Override
  public Optional<byte[]> find(String userId, PictureId picture) {
    String id = id(userId, picture);
    if (translating(() -> files.countDocuments(eq(ID, id))) == 0) {
      return Optional.empty();
    }
    GridFSBucket bucket = GridFSBuckets.create(database, BUCKET);
    return translating(
        () -> {
          try (GridFSDownloadStream stream = bucket.openDownloadStream(new BsonString(id))) {
            return Optional.of(stream.batchSize(CHUNKS_PER_MESSAGE).readAllBytes());
          } catch (IOException e) {
            throw new StoreException("A picture could not be read", e);
          }
        });
  }

  @Override
  public int removeUnreferenced() {
    Instant now = clock.now();
    List<Document> due = readAll(files.find(lt(CHECKED_AT, now.minus(BETWEEN_CHECKS))));
    if (due.isEmpty()) {
      return 0;
    }
    Set<String> referenced = new HashSet<>();
    addReferences(EntryDocumentMapper.COLLECTION, referenced);
    addReferences(MongoEntryHistory.COLLECTION, referenced);
    int removed = 0;
    for (Document file : due) {
      if (check(file, referenced.contains(file.getString(ID)), now)) {
        removed++;
      }
    }
    removeLeftovers(now);
    return removed;
  }

  /// Reads page by page, so that no other command waits for long.
  private void addReferences(String collection, Set<String> referenced) {
    String last = "";
    List<Document> page;
    do {
      page =
          readAll(
              database
                  .getCollection(collection)
                  .find(gt(ID, last))
                  .projection(include(USER_ID, EntryDocumentMapper.TEXT))
                  .sort(ascending(ID))
                  .limit(TEXTS_PER_PAGE));
      for (Document document : page) {
        last = document.getString(ID);
        if (document.get(EntryDocumentMapper.TEXT) instanceof String text) {
          PictureId.in(text).forEach(id -> referenced.add(id(document.getString(USER_ID), id)));
        }
      }
    } while (page.size() == TEXTS_PER_PAGE);
  }

  /// @return whether the picture was removed
  private boolean check(Document file, boolean isReferenced, Instant now) {
    Bson id = eq(ID, file.getString(ID));
    @Nullable Object since =
        file.get("metadata") instanceof Document metadata ? metadata.get(UNREFERENCED_SINCE) : null;
    Bson checked = set(CHECKED_AT, now);
    if (isReferenced) {
      translating(
          () -> files.updateOne(id, combine(checked, unset(METADATA + UNREFERENCED_SINCE))));
    } else if (!(since instanceof Date lost)) {
      translating(
          () -> files.updateOne(id, combine(checked, set(METADATA + UNREFERENCED_SINCE, now))));
    } else if (lost.toInstant().isAfter(now.minus(RETENTION))) {
      translating(() -> files.updateOne(id, checked));
    } else {
      Bson unchanged = and(id, eq(METADATA + UNREFERENCED_SINCE, since)); // unless stored again
      return translating(() -> files.deleteOne(unchanged)).getDeletedCount() > 0
          && translating(() -> chunks.deleteMany(eq(FILES_ID, file.getString(ID))))
              .wasAcknowledged();
    }
    return false;
  }

  /// Removes the chunks of uploads and removals that were interrupted.
  private void removeLeftovers(Instant now) {
    String last = "";
    while (true) {
      Bson next = gt(FILES_ID, last);
      @Nullable Document chunk =
          translating(
              () ->
                  chunks
                      .find(next)
                      .projection(include(FILES_ID))
                      .sort(ascending(FILES_ID, N))
                      .first());
      if (chunk == null) {
        return;
      }
      last = chunk.getString(FILES_ID);
      Bson file = eq(ID, last);
      boolean isOld =
          chunk.get(ID) instanceof ObjectId id
              && id.getDate().toInstant().isBefore(now.minus(BETWEEN_CHECKS));
      if (isOld && translating(() -> files.countDocuments(file)) == 0) {
        Bson leftover = eq(FILES_ID, last);
        translating(() -> chunks.deleteMany(leftover));
      }
    }
  }

  private static String id(String userId, PictureId picture) {
    return userId + "/" + picture.value();
  }
}
