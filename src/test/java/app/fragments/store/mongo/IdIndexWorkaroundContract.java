package app.fragments.store.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Indexes that include `_id`, on any server.
abstract class IdIndexWorkaroundContract {
  private static final String COLLECTION = "indexed";
  private static final Bson PLAIN = ascending("user_id", "updated_at");
  private static final Bson WITH_ID = descending("date", "_id");
  private static final List<IndexModel> WANTED =
      List.of(index("plain", PLAIN), index("pages", WITH_ID));
  private static final BooleanSupplier NEVER_CALLED =
      () -> {
        throw new AssertionError("The server was checked");
      };

  private MongoDatabase database;
  private MongoCollection<Document> collection;

  abstract TestStores store();

  private static IndexModel index(String name, Bson keys) {
    return new IndexModel(keys, new IndexOptions().name(name));
  }

  private static List<BsonDocument> keys(List<IndexModel> indexes) {
    return indexes.stream().map(index -> index.getKeys().toBsonDocument()).toList();
  }

  @BeforeEach
  void drop_the_collection() {
    database = store().stores().database();
    collection = database.getCollection(COLLECTION);
    collection.drop();
  }

  @Test
  void indexes_stay_unchanged_if_the_server_supports_the_id() {
    List<IndexModel> supported =
        new IdIndexWorkaround(database, () -> true).supported(COLLECTION, WANTED);
    assertThat(supported).isEqualTo(WANTED);
  }

  @Test
  void only_the_id_is_omitted_if_the_server_does_not_support_it() {
    AtomicInteger checks = new AtomicInteger();
    IdIndexWorkaround ids = new IdIndexWorkaround(database, () -> checks.incrementAndGet() == 0);
    List<IndexModel> supported = ids.supported(COLLECTION, WANTED);
    assertThat(keys(supported))
        .containsExactly(PLAIN.toBsonDocument(), descending("date").toBsonDocument());
    assertThat(supported).extracting(index -> index.getOptions().getName()).contains("pages");
    assertThat(keys(ids.supported("another", WANTED))).isEqualTo(keys(supported));
    assertThat(checks).hasValue(1);
  }

  @Test
  void a_later_start_takes_the_result_from_the_indexes() {
    assertThatALaterStartAgreesWith(new IdIndexWorkaround(database));
  }

  @Test
  void a_later_start_omits_the_id_again() {
    assertThatALaterStartAgreesWith(new IdIndexWorkaround(database, () -> false));
  }

  private void assertThatALaterStartAgreesWith(IdIndexWorkaround first) {
    List<IndexModel> made = first.supported(COLLECTION, WANTED);
    collection.createIndexes(made);
    List<IndexModel> later =
        new IdIndexWorkaround(database, NEVER_CALLED).supported(COLLECTION, WANTED);
    assertThat(keys(later)).isEqualTo(keys(made));
  }

  @Test
  void indexes_without_the_id_need_no_check() {
    List<IndexModel> plain = List.of(index("plain", PLAIN));
    assertThat(new IdIndexWorkaround(database, NEVER_CALLED).supported(COLLECTION, plain))
        .isEqualTo(plain);
  }

  @Test
  void the_check_leaves_a_working_index_and_no_scratch_collection() {
    collection.createIndexes(new IdIndexWorkaround(database).supported(COLLECTION, WANTED));
    Document document = new Document("_id", "1").append("date", "2026-02-01");
    collection.insertOne(document);
    assertThat(collection.find(new Document("date", "2026-02-01"))).containsExactly(document);
    assertThat(database.listCollectionNames())
        .as("collections")
        .noneMatch(name -> name.startsWith("scratch_"));
  }
}
