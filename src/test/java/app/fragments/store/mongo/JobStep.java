package app.fragments.store.mongo;

import app.fragments.store.mongo.fault.WireCommand;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/// The steps of the job protocol, identified by the driver's commands.
enum JobStep implements Predicate<WireCommand> {
  INSERT_RECORD(updates(JobDocumentMapper.COLLECTION, "$setOnInsert")),
  ENQUEUE(updates(QueueDocumentMapper.COLLECTION, "$setOnInsert")),
  CLAIM(on("findAndModify", QueueDocumentMapper.COLLECTION)),
  START(setsStatus("processing")),
  READ_RECORD(on("find", JobDocumentMapper.COLLECTION)),
  READ_ENTRIES(on("find", EntryDocumentMapper.COLLECTION)),
  HEARTBEAT(
      updates(QueueDocumentMapper.COLLECTION, "$currentDate", QueueDocumentMapper.HEARTBEAT_AT)),
  STORE_ANSWER(updates(JobDocumentMapper.COLLECTION, "$set", JobDocumentMapper.RAW_ANSWER)),
  COMPLETE(setsStatus("completed")),
  FAIL(setsStatus("failed")),
  RELEASE_LEASE(updates(QueueDocumentMapper.COLLECTION, "$unset", QueueDocumentMapper.LEASE_OWNER)),
  RELEASE_RECORD(setsStatus("pending")),
  SAVE_REPORT(on("insert", ReportDocumentMapper.COLLECTION)),
  MARK_SAVED(updates(JobDocumentMapper.COLLECTION, "$set", JobDocumentMapper.REPORT_KEPT)),
  DEQUEUE(on("delete", QueueDocumentMapper.COLLECTION).and(JobStep::deletesOne)),
  FIND_QUEUED(on("aggregate", QueueDocumentMapper.COLLECTION)),
  LIST_QUEUE(on("find", QueueDocumentMapper.COLLECTION));

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

  private static Predicate<WireCommand> setsStatus(String status) {
    return on("update", JobDocumentMapper.COLLECTION)
        .or(on("findAndModify", JobDocumentMapper.COLLECTION))
        .and(
            command ->
                changes(command)
                    .map(change -> change.getDocument("$set", new BsonDocument()))
                    .filter(set -> set.containsKey(JobDocumentMapper.STATUS))
                    .anyMatch(
                        set -> set.getString(JobDocumentMapper.STATUS).getValue().equals(status)));
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
    if (command.name().equals("findAndModify")) {
      return Stream.of(command.document().getDocument("update"));
    }
    return command.document().getArray("updates").stream()
        .map(update -> update.asDocument().getDocument("u"));
  }
}
