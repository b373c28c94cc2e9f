package app.fragments.store.mongo;

import static app.fragments.store.mongo.CommonFields.CREATED_AT;
import static app.fragments.store.mongo.CommonFields.DELETED_AT;
import static app.fragments.store.mongo.CommonFields.ID;
import static app.fragments.store.mongo.CommonFields.UPDATED_AT;
import static app.fragments.store.mongo.CommonFields.USER_ID;
import static app.fragments.store.mongo.DriverErrors.readAll;
import static app.fragments.store.mongo.DriverErrors.translating;
import static app.fragments.store.mongo.JobDocumentMapper.STATUS;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import app.fragments.store.StoreException;
import app.fragments.store.StoreIndexes;
import app.fragments.store.StoreUnavailableException;
import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The indexes that the stores' queries rely on. An index counts as present under any name if it
/// has the same fields and options.
final class MongoStoreIndexes implements StoreIndexes {
  private static final Logger LOG = LoggerFactory.getLogger(MongoStoreIndexes.class);

  /// The server's codes for an index of that name or those fields with other options, and for
  /// documents that violate a unique one.
  private static final Set<Integer> CONFLICTS = Set.of(85, 86, DriverErrors.DUPLICATE_KEY);

  /// The index of entries in the order of the journal.
  static final String PAGES = "pages";

  private static final Map<String, List<IndexModel>> BY_COLLECTION =
      Map.of(
          EntryDocumentMapper.COLLECTION,
          List.of(
              index("changes", ascending(USER_ID, UPDATED_AT)),
              index(
                  PAGES,
                  ascending(USER_ID, DELETED_AT),
                  descending(EntryDocumentMapper.DATE, CREATED_AT, ID))),
          MongoEntryHistory.COLLECTION,
          List.of(
              index(
                  "newest",
                  ascending(USER_ID, MongoEntryHistory.ENTRY_ID),
                  descending(MongoEntryHistory.SAVED_AT))),
          MongoPictureStore.CHUNKS,
          List.of(
              new IndexModel(
                  ascending(MongoPictureStore.FILES_ID, MongoPictureStore.N),
                  new IndexOptions().name("chunks").unique(true))),
          JobDocumentMapper.COLLECTION,
          List.of(
              unique("one_live_job", JobDocumentMapper.ACTIVE_KEY),
              index("newest", ascending(USER_ID), descending(CREATED_AT, ID)),
              index("by_status", ascending(STATUS, ID)),
              index("ended", ascending(STATUS, JobDocumentMapper.COMPLETED_AT)),
              index("to_keep", ascending(STATUS, JobDocumentMapper.REPORT_KEPT, ID))),
          QueueDocumentMapper.COLLECTION,
          List.of(
              index(
                  "claims_by_priority",
                  ascending(QueueDocumentMapper.QUEUE, QueueDocumentMapper.HEARTBEAT_AT),
                  descending(QueueDocumentMapper.PRIORITY),
                  ascending(QueueDocumentMapper.AVAILABLE_AT)),
              unique("one_job_a_slot", QueueDocumentMapper.SLOT)),
          ReportDocumentMapper.COLLECTION,
          List.of(index("newest", ascending(USER_ID, DELETED_AT), descending(CREATED_AT))));

  private final MongoDatabase database;
  private final Function<String, List<IndexModel>> wanted;

  /// @param wanted the indexes of a collection that the server supports
  MongoStoreIndexes(MongoDatabase database, Function<String, List<IndexModel>> wanted) {
    this.database = database;
    this.wanted = wanted;
  }

  private static IndexModel index(String name, Bson... keys) {
    return new IndexModel(compoundIndex(keys), new IndexOptions().name(name));
  }

  private static IndexModel unique(String name, String field) {
    return new IndexModel(
        ascending(field), new IndexOptions().name(name).unique(true).sparse(true));
  }

  /// The indexes wanted for a collection.
  static List<IndexModel> of(String collection) {
    return BY_COLLECTION.getOrDefault(collection, List.of());
  }

  /// Creates the missing indexes, at each start. A conflicting one stays: queries are slower, not
  /// wrong. A unique one that documents violate is created at a later start, once none do.
  void ensure() {
    BY_COLLECTION
        .keySet()
        .forEach(name -> ensure(database.getCollection(name), wanted.apply(name)));
  }

  private static void ensure(MongoCollection<Document> collection, List<IndexModel> indexes) {
    try {
      collection.createIndexes(indexes);
    } catch (MongoServerException e) {
      if (!CONFLICTS.contains(e.getCode())) {
        throw e;
      }
      if (indexes.size() > 1) {
        indexes.forEach(index -> ensure(collection, List.of(index)));
      } else {
        String name = collection.getNamespace().getCollectionName();
        LOG.warn("Cannot create an index of {} (error {})", name, e.getCode());
      }
    }
  }

  @Override
  public List<String> missing() {
    return BY_COLLECTION.keySet().stream()
        .sorted()
        .flatMap(name -> missing(name).map(model -> name + "." + model.getOptions().getName()))
        .toList();
  }

  private Stream<IndexModel> missing(String collection) {
    List<Document> present = present(collection);
    return translating(() -> wanted.apply(collection)).stream()
        .filter(
            model ->
                present.stream()
                    .noneMatch(index -> hasFields(index, model) && hasOptions(index, model)));
  }

  private List<Document> present(String collection) {
    return readAll(database.getCollection(collection).listIndexes());
  }

  private static boolean hasFields(Document index, IndexModel model) {
    return index.get("key") instanceof Document key
        && fields(key.toBsonDocument()).equals(fields(model.getKeys().toBsonDocument()));
  }

  /// The fields in their order; servers return directions as different types of numbers.
  private static List<String> fields(BsonDocument key) {
    return key.entrySet().stream()
        .map(
            field ->
                field.getKey()
                    + (field.getValue().isNumber()
                        ? field.getValue().asNumber().intValue()
                        : field.getValue()))
        .toList();
  }

  private static boolean hasOptions(Document index, IndexModel model) {
    return index.getBoolean("unique", false) == model.getOptions().isUnique()
        && index.getBoolean("sparse", false) == model.getOptions().isSparse();
  }

  @Override
  public void repair() {
    for (String collection : BY_COLLECTION.keySet()) {
      missing(collection).forEach(model -> create(collection, model));
    }
  }

  private void create(String collection, IndexModel model) {
    String name = String.valueOf(model.getOptions().getName());
    MongoCollection<Document> documents = database.getCollection(collection);
    try {
      for (Document index : present(collection)) {
        String other = String.valueOf(index.getString("name"));
        if (hasFields(index, model) || other.equals(name)) {
          LOG.info("Dropping the index {} of {}, which conflicts", other, collection);
          translating(
              () -> {
                documents.dropIndex(other);
                return true;
              });
        }
      }
      LOG.info("Creating the index {} of {}", name, collection);
      translating(() -> documents.createIndexes(List.of(model)));
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      LOG.warn("Cannot create the index {} of {}", name, collection, e);
    }
  }
}
