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

/// Leaves `_id` out of the indexes of a server that cannot keep it in one.
///
/// MongoDB can. Some servers of its protocol make such an index and then refuse every document. So
/// it is tried before the first one is made; later starts see by the indexes that are there what
/// was found then.
final class IdIndexWorkaround {
  private static final Logger LOG = LoggerFactory.getLogger(IdIndexWorkaround.class);
  private static final String TRIED = "tried";

  private final MongoDatabase database;
  private final BooleanSupplier kept;
  private @Nullable Boolean answer;

  IdIndexWorkaround(MongoDatabase database) {
    this(database, () -> isKept(database));
  }

  /// @param kept whether the server can keep such an index; asked once, where no index tells
  IdIndexWorkaround(MongoDatabase database, BooleanSupplier kept) {
    this.database = database;
    this.kept = kept;
  }

  /// The indexes wanted for a collection, as the server can keep them.
  List<IndexModel> keepable(String collection, List<IndexModel> wanted) {
    if (wanted.stream().noneMatch(index -> keys(index).containsKey(CommonFields.ID))) {
      return wanted;
    }
    List<List<String>> present =
        database
            .getCollection(collection)
            .listIndexes(BsonDocument.class)
            .map(index -> fields(index.getDocument("key")))
            .into(new ArrayList<>());
    return wanted.stream().map(index -> keepable(index, present)).toList();
  }

  /// @param present the fields of each index that is there
  private IndexModel keepable(IndexModel wanted, List<List<String>> present) {
    BsonDocument keys = keys(wanted);
    BsonDocument without = keys.clone();
    boolean asWanted =
        without.remove(CommonFields.ID) == null
            || present.contains(fields(keys))
            || (!present.contains(fields(without)) && isKept());
    return asWanted ? wanted : new IndexModel(without, wanted.getOptions());
  }

  private static BsonDocument keys(IndexModel index) {
    return index.getKeys().toBsonDocument();
  }

  /// Not their directions: not every server tells them.
  private static List<String> fields(BsonDocument keys) {
    return List.copyOf(keys.keySet());
  }

  private boolean isKept() {
    Boolean known = answer;
    if (known == null) {
      known = kept.getAsBoolean();
      answer = known;
      if (!known) {
        LOG.warn(
            "This server cannot keep _id in an index: it is left out, and queries stay right,"
                + " but the server sorts in memory where an order ends with _id");
      }
    }
    return known;
  }

  /// A server that refuses the document without the index as well has another reason.
  private static boolean isKept(MongoDatabase database) {
    return takesDocument(database, true) || !takesDocument(database, false);
  }

  private static boolean takesDocument(MongoDatabase database, boolean indexed) {
    MongoCollection<Document> scratch = database.getCollection("scratch_" + new ObjectId());
    Document document = new Document(CommonFields.ID, "1").append(TRIED, 1);
    try {
      try {
        if (indexed) {
          scratch.createIndex(ascending(TRIED, CommonFields.ID));
        }
        scratch.insertOne(document);
        return document.equals(scratch.find(eq(TRIED, 1)).first());
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
