package app.fragments.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import app.fragments.store.StoreUnavailableException;
import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leaves `_id` out of indexes if the server does not support it there: some servers of MongoDB's
/// protocol create such an index and then refuse every document. Tested before the first one is
/// created; later starts see the result in the existing indexes.
final class IdIndexWorkaround {
  private static final Logger LOG = LoggerFactory.getLogger(IdIndexWorkaround.class);

  private final MongoDatabase database;
  private final BooleanSupplier test;
  private @Nullable Boolean supported;

  IdIndexWorkaround(MongoDatabase database) {
    this(database, () -> test(database));
  }

  /// @param test whether the server supports such an index; called once, if no index shows it
  IdIndexWorkaround(MongoDatabase database, BooleanSupplier test) {
    this.database = database;
    this.test = test;
  }

  List<IndexModel> supported(String collection, List<IndexModel> wanted) {
    if (wanted.stream().noneMatch(index -> keys(index).containsKey(CommonFields.ID))) {
      return wanted;
    }
    List<List<String>> fieldsOfPresent =
        database
            .getCollection(collection)
            .listIndexes(BsonDocument.class)
            .map(index -> fields(index.getDocument("key")))
            .into(new ArrayList<>());
    return wanted.stream().map(index -> supported(index, fieldsOfPresent)).toList();
  }

  private IndexModel supported(IndexModel wanted, List<List<String>> fieldsOfPresent) {
    BsonDocument without = keys(wanted).clone();
    boolean asWanted =
        without.remove(CommonFields.ID) == null
            || fieldsOfPresent.contains(fields(keys(wanted)))
            || (!fieldsOfPresent.contains(fields(without)) && isSupported());
    return asWanted ? wanted : new IndexModel(without, wanted.getOptions());
  }

  private static BsonDocument keys(IndexModel index) {
    return index.getKeys().toBsonDocument();
  }

  /// Without directions, which not every server returns.
  private static List<String> fields(BsonDocument keys) {
    return List.copyOf(keys.keySet());
  }

  private boolean isSupported() {
    if (supported == null) {
      supported = test.getAsBoolean();
      if (!supported) {
        LOG.warn(
            "This server does not support _id in an index: it is left out. Queries stay correct,"
                + " but the server sorts in memory if an order ends with _id");
      }
    }
    return supported;
  }

  /// A server that also refuses the document without the index has another reason.
  private static boolean test(MongoDatabase database) {
    return accepts(database, true) || !accepts(database, false);
  }

  private static boolean accepts(MongoDatabase database, boolean indexed) {
    MongoCollection<Document> scratch = database.getCollection("scratch_" + new ObjectId());
    Document document = new Document(CommonFields.ID, "1").append("tried", 1);
    try {
      try {
        if (indexed) {
          scratch.createIndex(ascending("tried", CommonFields.ID));
        }
        scratch.insertOne(document);
        return document.equals(scratch.find(eq("tried", 1)).first());
      } finally {
        scratch.drop();
      }
    } catch (MongoServerException e) {
      if (DriverErrors.translate(e) instanceof StoreUnavailableException) {
        throw e;
      }
      return false;
    }
  }
}
