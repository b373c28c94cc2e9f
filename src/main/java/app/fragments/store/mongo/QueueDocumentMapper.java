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

/// The queue's documents in the collection `jobs`.
///
/// One that has no `heartbeat_at` is free; one whose `heartbeat_at` is old belongs to a worker that
/// vanished.
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

  /// While it runs under a limit: its user and which of the user's slots it has, unique.
  static final String SLOT = "slot";

  /// The one queue there is, of weavings.
  static final String WEAVE = "weave";

  private QueueDocumentMapper() {}

  /// A free job's document beside its id and time.
  static Document free(QueueItem ticket) {
    return new Document(CommonFields.SCHEMA, CommonFields.SCHEMA_VERSION)
        .append(QUEUE, WEAVE)
        .append(CommonFields.USER_ID, ticket.userId())
        .append(PRIORITY, ticket.priority().rank())
        .append(ATTEMPTS, (long) ticket.attempts())
        .append(RESCUES, (long) ticket.recoveries())
        .append(FENCE, ticket.fencingToken());
  }

  /// Whose job it is; nobody's where another program has not said so.
  static String userId(Document document) {
    return document.get(CommonFields.USER_ID) instanceof String user ? user : "";
  }

  /// Counts as none where another program has stored something else: the claim is made by then.
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

  /// Empty where another program gave it an id of its own kind.
  static Optional<ExpiredLease> staleLease(Document document, Instant now) {
    String owner = document.get(LEASE_OWNER) instanceof String name ? name : "unknown";
    Date heartbeat = document.getDate(HEARTBEAT_AT);
    return JobDocumentMapper.id(document)
        .map(id -> new ExpiredLease(id, owner, Duration.between(heartbeat.toInstant(), now)));
  }
}
