package app.fragments.store.mongo;

import app.fragments.store.StoreException;
import app.fragments.store.StoreIndexes;
import app.fragments.store.StoreUnavailableException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The indexes of a database, held against [IndexDefinitions]. One counts as there whatever its
/// name is, where it has the fields and keeps the same things unique.
final class MongoStoreIndexes implements StoreIndexes {
  private static final Logger LOG = LoggerFactory.getLogger(MongoStoreIndexes.class);

  private final MongoDatabase database;
  private final IndexDefinitions.Keepable keepable;

  MongoStoreIndexes(MongoDatabase database, IndexDefinitions.Keepable keepable) {
    this.database = database;
    this.keepable = keepable;
  }

  @Override
  public List<String> missing() {
    return IndexDefinitions.collections().stream()
        .sorted()
        .flatMap(
            collection ->
                missing(collection).map(model -> collection + "." + model.getOptions().getName()))
        .toList();
  }

  private Stream<IndexModel> missing(String collection) {
    List<Document> there = there(collection);
    return wanted(collection).stream()
        .filter(
            wanted ->
                there.stream()
                    .noneMatch(index -> hasFields(index, wanted) && isAlike(index, wanted)));
  }

  private List<IndexModel> wanted(String collection) {
    return DriverErrors.translating(() -> keepable.of(collection, IndexDefinitions.of(collection)));
  }

  private List<Document> there(String collection) {
    return DriverErrors.translating(
        () -> database.getCollection(collection).listIndexes().into(new ArrayList<>()));
  }

  private static boolean hasFields(Document index, IndexModel wanted) {
    return index.get("key") instanceof Document key
        && fields(key.toBsonDocument()).equals(fields(wanted.getKeys().toBsonDocument()));
  }

  /// In their order, whatever kind of number a server has made of the direction.
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

  private static boolean isAlike(Document index, IndexModel wanted) {
    return index.getBoolean("unique", false) == wanted.getOptions().isUnique()
        && index.getBoolean("sparse", false) == wanted.getOptions().isSparse();
  }

  @Override
  public void repair() {
    for (String collection : IndexDefinitions.collections()) {
      missing(collection).forEach(wanted -> make(collection, wanted));
    }
  }

  private void make(String collection, IndexModel wanted) {
    String name = String.valueOf(wanted.getOptions().getName());
    try {
      MongoCollection<Document> documents = database.getCollection(collection);
      inTheWay(collection, wanted)
          .forEach(
              other -> {
                LOG.info("Dropping the index {} of {}: it is made otherwise", other, collection);
                DriverErrors.translating(() -> drop(documents, other));
              });
      LOG.info("Making the index {} of {}", name, collection);
      DriverErrors.translating(() -> documents.createIndexes(List.of(wanted)));
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      LOG.warn("The index {} of {} cannot be made", name, collection, e);
    }
  }

  private List<String> inTheWay(String collection, IndexModel wanted) {
    return there(collection).stream()
        .filter(
            index ->
                hasFields(index, wanted)
                    || Objects.equals(index.getString("name"), wanted.getOptions().getName()))
        .map(index -> index.getString("name"))
        .toList();
  }

  private static boolean drop(MongoCollection<Document> documents, String name) {
    documents.dropIndex(name);
    return true;
  }
}
