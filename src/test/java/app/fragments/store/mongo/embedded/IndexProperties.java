package app.fragments.store.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;

/// Random documents, queries, sorts and limits give the same result with and without indexes.
class IndexProperties {
  private static final List<String> FIELDS = List.of("a", "b", "c.d");
  private static final List<Document> INDEXES =
      List.of(
          new Document("a", 1),
          new Document("b", -1),
          new Document("a", 1).append("b", -1),
          new Document("b", 1).append("a", 1).append("c.d", -1),
          new Document("c.d", 1).append("a", -1),
          new Document("a", -1).append("b", -1).append("c.d", 1));

  private static EmbeddedServer server;
  private static MongoClient client;
  private static MongoDatabase database;

  @BeforeContainer
  static void start() throws IOException {
    server = EmbeddedServer.start(Files.createTempDirectory("fragments-test"));
    client = TestClients.client(server);
    database = client.getDatabase("random");
  }

  @AfterContainer
  static void stop() {
    client.close();
    server.close();
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void an_index_never_changes_a_result(@ForAll Random random) {
    MongoCollection<Document> plain = database.getCollection("plain");
    MongoCollection<Document> indexed = database.getCollection("indexed");
    plain.drop();
    indexed.drop();
    boolean odd = random.nextInt(4) == 0;
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      documents.add(document(i, random, odd));
    }
    plain.insertMany(documents);
    // one index is created before the documents, the others after
    createIndex(indexed, INDEXES.get(random.nextInt(INDEXES.size())), random);
    indexed.insertMany(documents);
    createIndex(indexed, INDEXES.get(random.nextInt(INDEXES.size())), random);
    change(List.of(plain, indexed), random);
    for (int i = 0; i < 40; i++) {
      compare(plain, indexed, query(random), sort(random), random.nextInt(6));
    }
    assertThat(server.indexCheck("random")).isEmpty();
  }

  private static void createIndex(
      MongoCollection<Document> collection, Document keys, Random random) {
    boolean sparse = random.nextBoolean();
    collection.createIndex(keys, new IndexOptions().sparse(sparse).name(keys.toJson() + sparse));
  }

  private static void change(List<MongoCollection<Document>> both, Random random) {
    Document query = query(random);
    Document set = new Document("$set", new Document("b", value(random, false)));
    Document gone = new Document("_id", new Document("$in", List.of(1, 5, 7)));
    Document unset = new Document("$unset", new Document("a", 1));
    for (MongoCollection<Document> collection : both) {
      collection.updateMany(query, set);
      collection.deleteMany(gone);
      collection.updateMany(new Document("_id", new Document("$lt", 4)), unset);
    }
  }

  private static void compare(
      MongoCollection<Document> plain,
      MongoCollection<Document> indexed,
      Document query,
      Document sort,
      int limit) {
    String what = query.toJson() + " sorted by " + sort.toJson() + " limit " + limit;
    List<Document> all = answer(plain, query, sort, 0);
    assertThat(answer(indexed, query, sort, 0)).as(what).containsExactlyInAnyOrderElementsOf(all);
    List<Document> cut = answer(indexed, query, sort, limit);
    assertThat(all).as(what).containsAll(cut);
    assertThat(keys(cut, sort)).as(what).isEqualTo(keys(answer(plain, query, sort, limit), sort));
    assertThat(indexed.countDocuments(query)).as(what).isEqualTo(all.size());
  }

  private static List<Document> answer(
      MongoCollection<Document> collection, Document query, Document sort, int limit) {
    FindIterable<Document> find = collection.find(query).limit(limit);
    return (sort.isEmpty() ? find : find.sort(sort)).into(new ArrayList<>());
  }

  /// The sort keys; a missing field equals null.
  private static List<List<Object>> keys(List<Document> documents, Document sort) {
    return documents.stream()
        .map(
            document ->
                sort.keySet().stream()
                    .map(
                        field ->
                            field.equals("c.d")
                                ? document.get("c") instanceof Document c ? c.get("d") : null
                                : document.get(field))
                    .map(value -> value instanceof Number number ? number.doubleValue() : value)
                    .toList())
        .toList();
  }

  private static Document document(int id, Random random, boolean odd) {
    Document document = new Document("_id", id);
    if (random.nextInt(5) > 0) {
      document.append("a", value(random, odd));
    }
    if (random.nextInt(5) > 0) {
      document.append("b", value(random, odd));
    }
    return switch (random.nextInt(4)) {
      case 0 -> document;
      case 1 -> document.append("c", value(random, odd));
      default -> document.append("c", new Document("d", value(random, odd)));
    };
  }

  private static Object value(Random random, boolean odd) {
    return switch (random.nextInt(odd ? 10 : 8)) {
      case 0 -> null;
      case 1, 2 -> random.nextInt(3);
      case 3 -> random.nextInt(6) / 2.0;
      case 4 -> (long) random.nextInt(3);
      case 5 -> List.of("", "a", "ab", "b", "ä").get(random.nextInt(5));
      case 6 -> random.nextBoolean();
      case 7 -> Date.from(Instant.ofEpochSecond(random.nextInt(3)));
      case 8 -> Arrays.asList(random.nextInt(3), "a");
      default -> new Document("x", random.nextInt(2));
    };
  }

  private static Document query(Random random) {
    Document query = new Document();
    int conditions = random.nextInt(4);
    for (int i = 0; i < conditions; i++) {
      query.append(FIELDS.get(random.nextInt(FIELDS.size())), condition(random));
    }
    if (random.nextInt(4) == 0) {
      query.append("$or", List.of(equality(random), equality(random)));
    }
    return random.nextInt(5) == 0
        ? new Document("$and", List.of(query, new Document("a", condition(random))))
        : query;
  }

  /// Every other one of the same field.
  private static Document equality(Random random) {
    String field = random.nextBoolean() ? "a" : FIELDS.get(random.nextInt(FIELDS.size()));
    return new Document(field, value(random, false));
  }

  private static Object condition(Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> value(random, false);
      case 3 -> new Document("$in", Arrays.asList(value(random, false), value(random, false)));
      case 4 -> new Document(operator(random, "$gt", "$gte"), value(random, false));
      case 5 -> new Document(operator(random, "$lt", "$lte"), value(random, false));
      case 6 ->
          new Document(operator(random, "$gt", "$gte"), random.nextInt(2))
              .append(operator(random, "$lt", "$lte"), 1 + random.nextInt(2));
      default -> new Document("$exists", random.nextBoolean());
    };
  }

  private static String operator(Random random, String one, String other) {
    return random.nextBoolean() ? one : other;
  }

  private static Document sort(Random random) {
    Document sort = new Document();
    int fields = random.nextInt(3);
    for (int i = 0; i < fields; i++) {
      sort.append(FIELDS.get(random.nextInt(FIELDS.size())), random.nextBoolean() ? 1 : -1);
    }
    return sort;
  }
}
