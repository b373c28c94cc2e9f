package app.fragments.mongo;

import app.fragments.mongo.fault.WireCommand;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/// The steps of the job protocol, known by the commands that the driver sends for them.
enum JobStep implements Predicate<WireCommand> {
  INSERT_RECORD(updates(JobDocuments.COLLECTION, "$setOnInsert")),
  ENQUEUE(updates(QueueDocuments.COLLECTION, "$setOnInsert")),
  CLAIM(on("findAndModify", QueueDocuments.COLLECTION)),
  START(turns("processing")),
  READ_RECORD(on("find", JobDocuments.COLLECTION)),
  READ_ENTRIES(on("find", EntryDocuments.COLLECTION)),
  HEARTBEAT(updates(QueueDocuments.COLLECTION, "$currentDate", QueueDocuments.HEARTBEAT_AT)),
  STORE_ANSWER(updates(JobDocuments.COLLECTION, "$set", JobDocuments.RAW_ANSWER)),
  COMPLETE(turns("completed")),
  FAIL(turns("failed")),
  FREE_LEASE(updates(QueueDocuments.COLLECTION, "$unset", QueueDocuments.LEASE_OWNER)),
  RELEASE_RECORD(turns("pending")),
  KEEP_REPORT(on("insert", ReportDocuments.COLLECTION)),
  MARK_KEPT(updates(JobDocuments.COLLECTION, "$set", JobDocuments.REPORT_KEPT)),
  DEQUEUE(on("delete", QueueDocuments.COLLECTION).and(JobStep::deletesOne)),
  LOOK_FOR_QUEUED(on("aggregate", QueueDocuments.COLLECTION)),
  LIST_QUEUE(on("find", QueueDocuments.COLLECTION));

  private final Predicate<WireCommand> commands;

  JobStep(Predicate<WireCommand> commands) {
    this.commands = commands;
  }

  @Override
  public boolean test(WireCommand command) {
    return commands.test(command);
  }

  private static Predicate<WireCommand> on(String name, String collection) {
    return WireCommand.named(name).and(command -> command.isOn(collection));
  }

  private static boolean deletesOne(WireCommand command) {
    return command
            .document()
            .getArray("deletes")
            .getFirst()
            .asDocument()
            .getInt32("limit")
            .getValue()
        == 1;
  }

  private static Predicate<WireCommand> turns(String status) {
    return on("update", JobDocuments.COLLECTION)
        .and(
            command ->
                changes(command)
                    .map(change -> change.getDocument("$set", new BsonDocument()))
                    .filter(set -> set.containsKey(JobDocuments.STATUS))
                    .anyMatch(set -> set.getString(JobDocuments.STATUS).getValue().equals(status)));
  }

  private static Predicate<WireCommand> updates(String collection, String... path) {
    return on("update", collection)
        .and(command -> changes(command).anyMatch(change -> has(change, path)));
  }

  private static boolean has(BsonDocument change, String[] path) {
    BsonDocument part = change;
    for (int i = 0; i < path.length - 1; i++) {
      part = part.getDocument(path[i], new BsonDocument());
    }
    return part.containsKey(path[path.length - 1]);
  }

  private static Stream<BsonDocument> changes(WireCommand command) {
    return command.document().getArray("updates").stream()
        .map(update -> update.asDocument().getDocument("u"));
  }
}
