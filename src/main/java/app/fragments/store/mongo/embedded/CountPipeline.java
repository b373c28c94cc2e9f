package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The aggregation that drivers send for `countDocuments`: a match and a group that sums ones. The
/// library would read every document; an index can often count them.
///
/// @param match the documents to count
record CountPipeline(String collection, Document match) {
  private static final Document COUNTING =
      new Document("_id", 1).append("n", new Document("$sum", 1));

  /// The pipeline of an `aggregate` command, or empty if it is another one.
  static Optional<CountPipeline> of(Document command) {
    return command.get("aggregate") instanceof String collection
            && command.get("pipeline") instanceof List<?> stages
            && stages.size() == 2
            && stages.get(0) instanceof Document first
            && stages.get(1) instanceof Document second
            && first.get("$match") instanceof Document match
            && first.size() == 1
            && second.equals(new Document("$group", COUNTING))
        ? Optional.of(new CountPipeline(collection, match))
        : Optional.empty();
  }

  /// The command's reply.
  ///
  /// @param counted the collection, or null if there is none
  Document answer(String database, @Nullable MongoCollection<?> counted) {
    int count = counted == null ? 0 : counted.count(match, 0, 0);
    List<Document> batch =
        count == 0 ? List.of() : List.of(new Document(Map.of("_id", 1, "n", count)));
    return new Document(
            "cursor",
            new Document("id", 0L)
                .append("ns", database + "." + collection)
                .append("firstBatch", batch))
        .append("ok", 1.0);
  }
}
