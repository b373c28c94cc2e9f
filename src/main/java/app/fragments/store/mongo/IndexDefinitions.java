package app.fragments.store.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.conversions.Bson;

/// The indexes that the stores' queries rely on.
final class IndexDefinitions {
  /// The index of entries in the order of the journal.
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
              unique("one_live_job", ascending(JobDocumentMapper.ACTIVE_KEY)),
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
              unique("one_job_a_slot", ascending(QueueDocumentMapper.SLOT))),
          ReportDocumentMapper.COLLECTION,
          List.of(
              index(
                  "newest",
                  compoundIndex(
                      ascending(CommonFields.USER_ID, CommonFields.DELETED_AT),
                      descending(CommonFields.CREATED_AT)))));

  private IndexDefinitions() {}

  private static IndexModel index(String name, Bson keys) {
    return new IndexModel(keys, new IndexOptions().name(name));
  }

  private static IndexModel unique(String name, Bson keys) {
    return new IndexModel(keys, new IndexOptions().name(name).unique(true).sparse(true));
  }

  /// The collections that have indexes.
  static Set<String> collections() {
    return BY_COLLECTION.keySet();
  }

  static List<IndexModel> of(String collection) {
    return BY_COLLECTION.getOrDefault(collection, List.of());
  }
}
