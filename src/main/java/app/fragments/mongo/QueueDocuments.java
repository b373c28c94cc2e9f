package app.fragments.mongo;

import app.fragments.job.JobId;
import app.fragments.job.Lease;
import org.bson.Document;

/// The queue's documents in the collection `jobs`.
///
/// One that has no `heartbeat_at` is free; one whose `heartbeat_at` is old belongs to a worker that
/// vanished.
final class QueueDocuments {
  static final String COLLECTION = "jobs";

  static final String QUEUE = "queue";
  static final String AVAILABLE_AT = "available_at";
  static final String ATTEMPTS = "attempts";
  static final String RESCUES = "rescues";
  static final String FENCE = "fence";
  static final String LEASE_OWNER = "lease_owner";
  static final String LEASED_AT = "leased_at";
  static final String HEARTBEAT_AT = "heartbeat_at";

  /// The one queue there is, of weavings.
  static final String WEAVE = "weave";

  private static final String PRIORITY = "priority";
  private static final int NORMAL = 0;

  private QueueDocuments() {}

  /// A free job's document beside its id and time.
  static Document free(long fence, int attempts, int rescues) {
    return new Document(Fields.SCHEMA, Fields.SCHEMA_VERSION)
        .append(QUEUE, WEAVE)
        .append(PRIORITY, NORMAL)
        .append(ATTEMPTS, (long) attempts)
        .append(RESCUES, (long) rescues)
        .append(FENCE, fence);
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
                new JobId(reader.string(Fields.ID)),
                reader.number(FENCE),
                owner,
                attempts(document),
                reader.integer(RESCUES)));
  }
}
