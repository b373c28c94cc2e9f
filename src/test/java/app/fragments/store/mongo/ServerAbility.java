package app.fragments.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.ObjectId;

/// Abilities that the stores rely on and that a server may lack, each with a check.
public enum ServerAbility {
  SET_DATES(
      "$set keeps a date a date",
      collection -> {
        collection.insertOne(new Document("_id", "1"));
        collection.updateOne(eq("_id", "1"), set("at", new Date(0)));
        return new Date(0).equals(collection.find().first().get("at"));
      }),

  COUNT_STAMPED(
      "countDocuments compares dates written by $currentDate",
      collection -> {
        collection.insertOne(new Document("_id", "1"));
        collection.updateOne(eq("_id", "1"), currentDate("at"));
        return collection.countDocuments(gt("at", new Date(0))) == 1;
      }),

  COMPARE_WITHIN_TYPES(
      "a comparison with a string matches no number, and vice versa",
      collection -> {
        collection.insertOne(new Document("_id", 42).append("number", "seven"));
        return collection.findOneAndUpdate(gte("_id", ""), set("found", true)) == null
            && collection.findOneAndUpdate(gte("number", 0), set("found", true)) == null;
      }),

  NEGATE_MISSING(
      "$nor of a comparison matches documents without the field",
      collection -> {
        collection.insertOne(new Document("_id", "1"));
        return collection.find(nor(gte("at", new Date(0)))).first() != null;
      }),

  MATCH_LISTS(
      "a pattern in $in matches elements of a list",
      collection -> {
        collection.insertOne(new Document("_id", "1").append("tags", List.of("Work")));
        Pattern pattern = Pattern.compile("^work$", Pattern.CASE_INSENSITIVE);
        return collection.find(in("tags", pattern)).first() != null;
      }),

  PROJECT_PARTS(
      "a projection of a subfield keeps the parent document",
      collection -> {
        Document part = new Document("name", "x");
        collection.insertOne(new Document("_id", "1").append("part", part));
        return part.equals(collection.find().projection(include("part.name")).first().get("part"));
      });

  private final String description;
  private final Predicate<MongoCollection<Document>> check;

  ServerAbility(String description, Predicate<MongoCollection<Document>> check) {
    this.description = description;
    this.check = check;
  }

  boolean isSupportedBy(MongoStores stores) {
    MongoCollection<Document> scratch = stores.database().getCollection("check_" + new ObjectId());
    try {
      return check.test(scratch);
    } catch (MongoServerException refused) {
      return false;
    } finally {
      scratch.drop();
    }
  }

  @Override
  public String toString() {
    return description;
  }
}
