package app.fragments.store.mongo;

import static app.fragments.store.mongo.DriverErrors.translating;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import app.fragments.job.RegisteredWorker;
import app.fragments.job.WorkerRegistry;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The processes that work on jobs, in the collection `workers`.
final class MongoWorkerRegistry implements WorkerRegistry {
  static final String COLLECTION = "workers";

  private static final String STARTED_AT = "started_at";
  private static final String SEEN_AT = "seen_at";

  /// When to delete the document of a process that died.
  private static final Duration RETENTION = Duration.ofDays(1);

  private final MongoCollection<Document> workers;
  private final StoreClock clock;

  MongoWorkerRegistry(MongoCollection<Document> workers, StoreClock clock) {
    this.workers = workers;
    this.clock = clock;
  }

  @Override
  public void announce(RegisteredWorker worker) {
    Document state =
        new Document(
                "$set", new Document("workers", worker.workers()).append("busy", worker.busy()))
            .append("$currentDate", new Document(SEEN_AT, true))
            .append(
                "$setOnInsert",
                new Document(CommonFields.SCHEMA, CommonFields.SCHEMA_VERSION)
                    .append("kind", worker.kind().wire())
                    .append("host", worker.host())
                    .append("pid", worker.pid())
                    .append(STARTED_AT, Date.from(clock.now())));
    UpdateOptions upsert = new UpdateOptions().upsert(true);
    translating(() -> workers.updateOne(eq(CommonFields.ID, worker.id()), state, upsert));
  }

  @Override
  public void withdraw(String id) {
    translating(() -> workers.deleteOne(eq(CommonFields.ID, id)));
    Bson expired = lt(SEEN_AT, clock.now().minus(RETENTION));
    translating(() -> workers.deleteMany(expired));
  }

  @Override
  public List<RegisteredWorker> alive() {
    Bson recent = gte(SEEN_AT, clock.now().minus(ALIVE_FOR));
    return DriverErrors.readAll(workers.find(recent).sort(ascending(STARTED_AT))).stream()
        .flatMap(MongoWorkerRegistry::readable)
        .toList();
  }

  private static Stream<RegisteredWorker> readable(Document document) {
    try {
      return Stream.of(DocumentReader.read("worker", document, MongoWorkerRegistry::worker));
    } catch (StoreException e) {
      return Stream.empty();
    }
  }

  private static RegisteredWorker worker(DocumentReader reader) {
    return new RegisteredWorker(
        reader.string(CommonFields.ID),
        reader.constant("kind", RegisteredWorker.Kind.class),
        reader.string("host", ""),
        reader.number("pid"),
        reader.integer("workers"),
        reader.integer("busy"),
        reader.instant(STARTED_AT, Instant.EPOCH),
        reader.instant(SEEN_AT, Instant.EPOCH));
  }
}
