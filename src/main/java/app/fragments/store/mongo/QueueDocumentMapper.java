package app.fragments.store.mongo;

import app.fragments.job.ExpiredLease;
import app.fragments.job.JobId;
import app.fragments.job.Lease;
import app.fragments.job.QueueItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Maps queue items to documents of the collection `jobs`.
///
/// A document without `heartbeat_at` is free; one with an old `heartbeat_at` belongs to a worker
/// that died.
final class QueueDocumentMapper {
  static final String COLLECTION = "jobs";

  static final String QUEUE = "queue";
  static final String PRIORITY = "priority";
  static final String AVAILABLE_AT = "available_at";
  static final String ATTEMPTS = "attempts";
  static final String RESCUES = "rescues";
  static final String FENCE = "fence";
  static final String LEASE_OWNER = "lease_owner";
  static final String LEASED_AT = "leased_at";
  static final String HEARTBEAT_AT = "heartbeat_at";

  /// The user and slot of a job that runs under a limit; unique.
  static final String SLOT = "slot";

  /// The name of the only queue.
  static final String WEAVE = "weave";

  private QueueDocumentMapper() {}

  /// The document of a free job without its id and time.
  static Document free(QueueItem item) {
    return new Document(CommonFields.SCHEMA, CommonFields.SCHEMA_VERSION)
        .append(QUEUE, WEAVE)
        .append(CommonFields.USER_ID, item.userId())
        .append(PRIORITY, item.priority().rank())
        .append(ATTEMPTS, (long) item.attempts())
        .append(RESCUES, (long) item.recoveries())
        .append(FENCE, item.fencingToken());
  }

  /// The owner, or an empty string if another program stored none.
  static String userId(Document document) {
    return document.get(CommonFields.USER_ID) instanceof String user ? user : "";
  }

  /// 0 if another program stored something else.
  private static int attempts(Document document) {
    return document.get(ATTEMPTS) instanceof Number attempts ? attempts.intValue() : 0;
  }

  static Lease lease(Document document, String owner) {
    return DocumentReader.read(
        "queued job",
        document,
        reader ->
            new Lease(
                new JobId(reader.string(CommonFields.ID)),
                reader.number(FENCE),
                owner,
                attempts(document),
                reader.integer(RESCUES),
                waited(reader.optionalInstant(AVAILABLE_AT), reader.optionalInstant(LEASED_AT))));
  }

  private static Duration waited(@Nullable Instant available, @Nullable Instant leased) {
    Duration waited =
        Duration.between(
            Objects.requireNonNullElse(available, Instant.EPOCH),
            Objects.requireNonNullElse(leased, Instant.EPOCH));
    return available == null || waited.isNegative() ? Duration.ZERO : waited;
  }

  /// Empty if another program gave it another kind of id.
  static Optional<ExpiredLease> expiredLease(Document document, Instant now) {
    String owner = document.get(LEASE_OWNER) instanceof String name ? name : "unknown";
    Date heartbeat = document.getDate(HEARTBEAT_AT);
    return JobDocumentMapper.id(document)
        .map(id -> new ExpiredLease(id, owner, Duration.between(heartbeat.toInstant(), now)));
  }
}
