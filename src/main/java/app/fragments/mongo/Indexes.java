package app.fragments.mongo;

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
final class Indexes {
  private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);

  /// The server's codes for an index of that name or those fields, with other options, and for
  /// documents that a unique one does not allow.
  private static final Set<Integer> OBSTACLES = Set.of(85, 86, DriverErrors.DUPLICATE_KEY);

  /// Of entries: the order of the journal.
  static final String PAGES = "pages";

  private static final Map<String, List<IndexModel>> BY_COLLECTION =
      Map.of(
          EntryDocuments.COLLECTION,
          List.of(
              index("changes", ascending(Fields.USER_ID, Fields.UPDATED_AT)),
              index(
                  PAGES,
                  compoundIndex(
                      ascending(Fields.USER_ID, Fields.DELETED_AT),
                      descending(EntryDocuments.DATE, Fields.CREATED_AT, Fields.ID)))),
          JobDocuments.COLLECTION,
          List.of(
              new IndexModel(
                  ascending(JobDocuments.ACTIVE_KEY),
                  new IndexOptions().name("one_live_job").unique(true).sparse(true)),
              index(
                  "newest",
                  compoundIndex(
                      ascending(Fields.USER_ID), descending(Fields.CREATED_AT, Fields.ID))),
              index("by_status", ascending(JobDocuments.STATUS, Fields.ID)),
              index("ended", ascending(JobDocuments.STATUS, JobDocuments.COMPLETED_AT)),
              index(
                  "to_keep", ascending(JobDocuments.STATUS, JobDocuments.REPORT_KEPT, Fields.ID))),
          QueueDocuments.COLLECTION,
          List.of(
              index(
                  "claims_by_priority",
                  compoundIndex(
                      ascending(QueueDocuments.QUEUE, QueueDocuments.HEARTBEAT_AT),
                      descending(QueueDocuments.PRIORITY),
                      ascending(QueueDocuments.AVAILABLE_AT))),
              new IndexModel(
                  ascending(QueueDocuments.SLOT),
                  new IndexOptions().name("one_job_a_slot").unique(true).sparse(true))),
          ReportDocuments.COLLECTION,
          List.of(
              index(
                  "newest",
                  compoundIndex(
                      ascending(Fields.USER_ID, Fields.DELETED_AT),
                      descending(Fields.CREATED_AT)))));

  /// What of the indexes wanted for a collection the server can keep.
  @FunctionalInterface
  interface Keepable {
    /// For the built-in server.
    Keepable ALL = (_, wanted) -> wanted;

    List<IndexModel> of(String collection, List<IndexModel> wanted);
  }

  private Indexes() {}

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
