package app.fragments.store.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.store.StoreIndexes;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests that the indexes of every store must pass.
abstract class StoreIndexesContract {
  private StoreIndexes indexes;
  private MongoDatabase database;
  private MongoCollection<Document> entries;
  private MongoCollection<Document> queue;
  private MongoCollection<Document> records;

  abstract TestStores store();

  @BeforeEach
  void open_the_store() {
    indexes = store().stores().indexes();
    database = store().stores().database();
    entries = database.getCollection(EntryDocumentMapper.COLLECTION);
    queue = database.getCollection(QueueDocumentMapper.COLLECTION);
    records = database.getCollection(JobDocumentMapper.COLLECTION);
  }

  @AfterEach
  void restore_the_indexes() {
    records.deleteMany(new Document());
    indexes.repair();
    assertThat(indexes.missing()).isEmpty();
  }

  @Test
  void an_opened_store_has_all_indexes() {
    assertThat(indexes.missing()).isEmpty();
  }

  @Test
  void a_dropped_index_is_reported_and_recreated() {
    queue.dropIndex("claims_by_priority");
    records.dropIndex("one_live_job");
    assertThat(indexes.missing())
        .containsExactly("jobs.claims_by_priority", "report_generation_jobs.one_live_job");

    indexes.repair();

    assertThat(indexes.missing()).isEmpty();
    assertThat(names(queue)).contains("claims_by_priority", "one_job_a_slot");
  }

  @Test
  void an_index_with_the_same_name_but_other_fields_is_replaced() {
    queue.dropIndex("claims_by_priority");
    queue.createIndex(ascending("available_at"), new IndexOptions().name("claims_by_priority"));
    assertThat(indexes.missing()).containsExactly("jobs.claims_by_priority");

    indexes.repair();

    assertThat(indexes.missing()).isEmpty();
  }

  @Test
  void an_index_with_the_same_fields_that_is_not_unique_is_replaced() {
    records.dropIndex("one_live_job");
    records.createIndex(ascending("active_key"), new IndexOptions().name("theirs"));
    assertThat(indexes.missing()).containsExactly("report_generation_jobs.one_live_job");

    indexes.repair();

    assertThat(indexes.missing()).isEmpty();
    assertThat(names(records)).contains("one_live_job").doesNotContain("theirs");
  }

  @Test
  void an_index_that_the_documents_violate_stays_missing() {
    records.dropIndex("one_live_job");
    records.insertMany(
        List.of(
            new Document("_id", "1").append("active_key", "same"),
            new Document("_id", "2").append("active_key", "same")));

    indexes.repair();

    assertThat(indexes.missing()).containsExactly("report_generation_jobs.one_live_job");
  }

  @Test
  void a_repair_does_not_add_the_id_if_the_server_does_not_support_it() {
    IdIndexWorkaround ids = new IdIndexWorkaround(database, () -> false);
    StoreIndexes limited =
        new MongoStoreIndexes(database, name -> ids.supported(name, MongoStoreIndexes.of(name)));
    List.of("newest", "by_status", "to_keep").forEach(records::dropIndex);
    records.createIndexes(
        ids.supported(
            JobDocumentMapper.COLLECTION, MongoStoreIndexes.of(JobDocumentMapper.COLLECTION)));
    entries.dropIndex("pages");
    assertThat(limited.missing()).containsExactly("entries.pages");

    limited.repair();

    assertThat(limited.missing()).isEmpty();
    assertThat(Stream.of(entries, records).flatMap(collection -> keys(collection).stream()))
        .filteredOn(key -> key.containsKey("_id"))
        .allMatch(key -> key.size() == 1);
  }

  private static List<Document> keys(MongoCollection<Document> collection) {
    return collection.listIndexes().into(new ArrayList<>()).stream()
        .map(index -> index.get("key", Document.class))
        .toList();
  }

  private static List<String> names(MongoCollection<Document> collection) {
    return collection.listIndexes().into(new ArrayList<>()).stream()
        .map(index -> index.getString("name"))
        .toList();
  }
}
