package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsTest {
  @RegisterExtension static final TestStores STORE = TestStores.builtIn();

  private static final Document ID = new Document("_id", "1");

  private MongoCollection<Document> entries;

  @BeforeEach
  void insert_an_entry_without_excerpt() {
    entries = STORE.documents(EntryDocumentMapper.COLLECTION);
    entries.insertOne(new Document(ID).append("text", "The old text"));
  }

  @Test
  void an_entry_without_an_excerpt_gets_one() {
    Migrations.addExcerpts(STORE.stores().database());
    assertThat(entries.find(ID).first())
        .containsEntry("excerpt", "The old text")
        .containsEntry("length", 12);
  }

  @Test
  void an_entry_saved_during_the_migration_keeps_its_newer_excerpt() {
    Document newer = new Document("text", "Newer").append("excerpt", "Newer").append("length", 5);
    Migrations.addExcerpts(before("updateOne", e -> e.updateOne(ID, new Document("$set", newer))));
    assertThat(entries.find(ID).first())
        .isEqualTo(
            new Document(ID)
                .append("text", "Newer")
                .append("excerpt", "Newer")
                .append("length", 5));
  }

  @Test
  void entries_without_tag_keys_get_them() {
    entries.updateOne(
        ID,
        new Document(
            "$set", new Document("text", "On the #Way").append("tags", List.of("Project/alpha"))));
    Migrations.addTagKeys(STORE.stores().database());
    assertThat(entries.find(ID).first())
        .containsEntry("text_tags", List.of("Way"))
        .extractingByKey("tag_keys")
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .containsExactlyInAnyOrder("way", "project", "project/alpha");
  }

  /// The database, with an action that runs before each call of a collection method.
  private MongoDatabase before(String method, Consumer<MongoCollection<Document>> happens) {
    Object collection =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MongoCollection.class},
            (_, called, arguments) -> {
              if (called.getName().equals(method)) {
                happens.accept(entries);
              }
              return called.invoke(entries, arguments);
            });
    return (MongoDatabase)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MongoDatabase.class},
            (_, _, _) -> collection);
  }
}
