package app.fragments.store.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The indexes that the stores' queries count on; made where they are missing, at each start.
final class IndexDefinitions {
  private static final Logger LOG = LoggerFactory.getLogger(IndexDefinitions.class);

  /// The server's codes for an index of that name or those fields, with other options, and for
  /// documents that a unique one does not allow.
  private static final Set<Integer> OBSTACLES = Set.of(85, 86, DriverErrors.DUPLICATE_KEY);

  /// Of entries: the order of the journal.
  static final String PAGES = "pages";

  private static final Map<String, List<IndexModel>> BY_COLLECTION =
      Map.of(
          EntryDocumentMapper.COLLECTION,
          List.of(
              index("changes", ascending(CommonFields.USER_ID, CommonFields.UPDATED_AT)),
              index(
                  PAGES,
                  compoundIndex(
                      ascending(CommonFields.USER_ID, CommonFields.DELETED_AT),
                      descending(
                          EntryDocumentMapper.DATE, CommonFields.CREATED_AT, CommonFields.ID)))),
          JobDocumentMapper.COLLECTION,
          List.of(
              new IndexModel(
                  ascending(JobDocumentMapper.ACTIVE_KEY),
                  new IndexOptions().name("one_live_job").unique(true).sparse(true)),
              index(
                  "newest",
                  compoundIndex(
                      ascending(CommonFields.USER_ID),
                      descending(CommonFields.CREATED_AT, CommonFields.ID))),
              index("by_status", ascending(JobDocumentMapper.STATUS, CommonFields.ID)),
              index("ended", ascending(JobDocumentMapper.STATUS, JobDocumentMapper.COMPLETED_AT)),
              index(
                  "to_keep",
                  ascending(
                      JobDocumentMapper.STATUS, JobDocumentMapper.REPORT_KEPT, CommonFields.ID))),
          QueueDocumentMapper.COLLECTION,
          List.of(
              index(
                  "claims_by_priority",
                  compoundIndex(
                      ascending(QueueDocumentMapper.QUEUE, QueueDocumentMapper.HEARTBEAT_AT),
                      descending(QueueDocumentMapper.PRIORITY),
                      ascending(QueueDocumentMapper.AVAILABLE_AT))),
              new IndexModel(
                  ascending(QueueDocumentMapper.SLOT),
                  new IndexOptions().name("one_job_a_slot").unique(true).sparse(true))),
          ReportDocumentMapper.COLLECTION,
          List.of(
              index(
                  "newest",
                  compoundIndex(
                      ascending(CommonFields.USER_ID, CommonFields.DELETED_AT),
                      descending(CommonFields.CREATED_AT)))));

  /// What of the indexes wanted for a collection the server can keep.
  @FunctionalInterface
  interface Keepable {
    /// For the built-in server.
    Keepable ALL = (_, wanted) -> wanted;

    List<IndexModel> of(String collection, List<IndexModel> wanted);
  }

  private IndexDefinitions() {}

  private static IndexModel index(String name, Bson keys) {
    return new IndexModel(keys, new IndexOptions().name(name));
  }

  /// The collections that have indexes.
  static Set<String> collections() {
    return BY_COLLECTION.keySet();
  }

  static List<IndexModel> of(String collection) {
    return BY_COLLECTION.getOrDefault(collection, List.of());
  }

  /// An index that somebody else has made otherwise is left so: queries are slower, not wrong. A
  /// unique one over documents that are not, since it was missing when they were made, waits for a
  /// start at which they are.
  static void ensure(MongoDatabase database, Keepable keepable) {
    BY_COLLECTION.forEach(
        (collection, indexes) ->
            ensure(database.getCollection(collection), keepable.of(collection, indexes)));
  }

  private static void ensure(MongoCollection<Document> collection, List<IndexModel> indexes) {
    try {
      collection.createIndexes(indexes);
    } catch (MongoServerException e) {
      if (!OBSTACLES.contains(e.getCode())) {
        throw e;
      }
      if (indexes.size() > 1) {
        indexes.forEach(index -> ensure(collection, List.of(index)));
      } else {
        LOG.warn(
            "An index of {} cannot be made (error {})",
            collection.getNamespace().getCollectionName(),
            e.getCode());
      }
    }
  }
}
