package app.fragments.store.mongo;

import static app.fragments.store.mongo.CommonFields.CREATED_AT;
import static app.fragments.store.mongo.CommonFields.ID;
import static app.fragments.store.mongo.CommonFields.UPDATED_AT;
import static app.fragments.store.mongo.CommonFields.USER_ID;
import static app.fragments.store.mongo.DriverErrors.readAll;
import static app.fragments.store.mongo.DriverErrors.translating;
import static app.fragments.store.mongo.JobDocumentMapper.ACTIVE_KEY;
import static app.fragments.store.mongo.JobDocumentMapper.ATTEMPTS;
import static app.fragments.store.mongo.JobDocumentMapper.AVAILABLE_AT;
import static app.fragments.store.mongo.JobDocumentMapper.COMPLETED_AT;
import static app.fragments.store.mongo.JobDocumentMapper.FENCE;
import static app.fragments.store.mongo.JobDocumentMapper.RAW_ANSWER;
import static app.fragments.store.mongo.JobDocumentMapper.REPORT_KEPT;
import static app.fragments.store.mongo.JobDocumentMapper.STARTED_AT;
import static app.fragments.store.mongo.JobDocumentMapper.STATUS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import app.fragments.job.Failure;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobResult;
import app.fragments.job.JobStatus;
import app.fragments.job.JobStore;
import app.fragments.job.Lease;
import app.fragments.job.NewJob;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.job.Stage;
import app.fragments.job.Submission;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The job records in the collection `report_generation_jobs`.
///
/// Fenced writes are idempotent: a lease recognizes its own earlier write by its fencing token.
final class MongoJobStore implements JobStore {
  private static final Logger LOG = LoggerFactory.getLogger(MongoJobStore.class);

  private static final UpdateOptions INSERT = new UpdateOptions().upsert(true);
  private static final Bson WHOLE = new Document();

  /// The live statuses.
  private static final List<String> LIVE =
      JobDocumentMapper.wire(Stream.of(JobStatus.values()).filter(status -> !status.isTerminal()));

  /// How often to try an insert while the live job of the same key ends before it can be read.
  private static final int MAX_INSERT_ATTEMPTS = 5;

  private final MongoCollection<Document> records;
  private final StoreClock clock;

  MongoJobStore(MongoCollection<Document> records, StoreClock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public Submission insert(NewJob job) {
    for (int attempt = 0; attempt < MAX_INSERT_ATTEMPTS; attempt++) {
      if (tryInsert(job)) {
        return new Submission(job.id(), JobStatus.PENDING, true);
      }
      Optional<Document> own = first(eq(ID, job.id().value()));
      if (own.isPresent()) {
        return new Submission(job.id(), JobDocumentMapper.status(own.get()), true);
      }
      Optional<Document> holder = first(eq(ACTIVE_KEY, job.activeKey()));
      Optional<Submission> live = holder.flatMap(MongoJobStore::live);
      if (live.isPresent()) {
        return live.get();
      }
      holder.ifPresent(orphan -> freeKey(orphan, job.activeKey()));
    }
    throw new StoreException(
        "Job " + job.id() + " could not be stored: other jobs with its key keep ending", null);
  }

  private static Optional<Submission> live(Document holder) {
    return JobDocumentMapper.id(holder)
        .flatMap(
            id ->
                JobDocumentMapper.statusIfKnown(holder)
                    .filter(status -> !status.isTerminal())
                    .map(status -> new Submission(id, status, false)));
  }

  /// Frees the key of a record that another program left behind and nobody will ever end.
  private void freeKey(Document orphan, String key) {
    LOG.warn("Record {} holds a key but is not a live job; freeing the key", orphan.get(ID));
    Bson holds = and(eq(ID, orphan.get(ID)), eq(ACTIVE_KEY, key));
    translating(
        () -> records.updateOne(and(holds, eq(STATUS, orphan.get(STATUS))), unset(ACTIVE_KEY)));
  }

  /// An upsert that never matches: only updates can set the store's time.
  private boolean tryInsert(NewJob job) {
    Bson nothing =
        new Document(ID, job.id().value()).append(STATUS, new Document("$exists", false));
    Document content = new Document("$setOnInsert", JobDocumentMapper.created(job));
    Bson update = combine(content, currentDate(CREATED_AT), currentDate(UPDATED_AT));
    return DriverErrors.insertIfAbsent(
        () -> records.updateOne(nothing, update, INSERT).getUpsertedId() != null);
  }

  private Optional<Document> first(Bson filter) {
    return translating(() -> Optional.ofNullable(records.find(filter).first()));
  }

  @Override
  public Optional<Job> find(JobId id) {
    return first(eq(ID, id.value())).map(JobDocumentMapper::job);
  }

  @Override
  public List<Job> list(String userId, Set<JobStatus> statuses, int limit) {
    Bson own = eq(USER_ID, userId);
    Bson filter =
        statuses.isEmpty() ? own : and(own, in(STATUS, JobDocumentMapper.wire(statuses.stream())));
    Bson newestFirst = descending(CREATED_AT, ID);
    return readAll(records.find(filter).sort(newestFirst).limit(limit)).stream()
        .flatMap(MongoJobStore::readable)
        .toList();
  }

  private static Stream<Job> readable(Document document) {
    try {
      return Stream.of(JobDocumentMapper.job(document));
    } catch (StoreException e) {
      LOG.warn("Skipping an unreadable job record", e);
      return Stream.empty();
    }
  }

  @Override
  public Optional<Job> startProcessing(Lease lease) {
    Bson mayStart =
        and(
            eq(ID, lease.jobId().value()),
            in(STATUS, LIVE),
            or(exists(FENCE, false), lte(FENCE, lease.fencingToken()))); // old records have none
    Bson start =
        combine(
            set(STATUS, JobStatus.PROCESSING.wire()),
            set(FENCE, lease.fencingToken()),
            set(JobDocumentMapper.WORKER, lease.owner()),
            set(ATTEMPTS, lease.attempts()),
            set(JobDocumentMapper.RESCUES, lease.recoveries()));
    Bson firstStart = combine(start, currentDate(STARTED_AT));
    return updateAndGet(and(mayStart, eq(STARTED_AT, null)), firstStart, WHOLE)
        .or(() -> updateAndGet(mayStart, start, WHOLE))
        .map(JobDocumentMapper::job);
  }

  @Override
  public boolean updateProgress(Lease lease, Progress progress) {
    return update(
        running(lease), set(JobDocumentMapper.PROGRESS, JobDocumentMapper.progress(progress)));
  }

  @Override
  public boolean storeRawAnswer(Lease lease, RawAnswer answer) {
    return update(running(lease), set(RAW_ANSWER, JobDocumentMapper.rawAnswer(answer)));
  }

  @Override
  public Optional<Instant> complete(Lease lease, JobResult result) {
    Bson completed =
        combine(new Document("$set", JobDocumentMapper.result(result)), end(JobStatus.COMPLETED));
    return updateAndGet(running(lease), completed, include(COMPLETED_AT))
        .or(() -> first(ofLease(lease, JobStatus.COMPLETED)))
        .map(document -> document.getDate(COMPLETED_AT).toInstant());
  }

  @Override
  public boolean fail(Lease lease, Failure failure, int attempts) {
    Bson failed = combine(end(JobStatus.FAILED), failureFields(failure), set(ATTEMPTS, attempts));
    return update(running(lease), failed) || isIn(lease, JobStatus.FAILED);
  }

  private static Bson failureFields(Failure failure) {
    return combine(
        set(JobDocumentMapper.ERROR_KIND, failure.kind().name()),
        set(JobDocumentMapper.ERROR_MESSAGE, failure.message()));
  }

  @Override
  public boolean release(Lease lease, int attempts, Duration delay) {
    Bson waiting =
        combine(
            set(STATUS, JobStatus.PENDING.wire()),
            set(ATTEMPTS, attempts),
            set(JobDocumentMapper.PROGRESS_DONE, 0),
            set(JobDocumentMapper.PROGRESS_STAGE, Stage.WAITING.wire()),
            delay.isZero() ? unset(AVAILABLE_AT) : set(AVAILABLE_AT, clock.now().plus(delay)));
    return update(running(lease), waiting) || isIn(lease, JobStatus.PENDING);
  }

  @Override
  public boolean cancel(JobId id) {
    return update(and(eq(ID, id.value()), in(STATUS, LIVE)), end(JobStatus.CANCELLED));
  }

  @Override
  public boolean abandon(JobId id, Failure failure) {
    return update(
        and(eq(ID, id.value()), in(STATUS, LIVE)),
        combine(end(JobStatus.FAILED), failureFields(failure)));
  }

  @Override
  public List<JobId> liveOlderThan(Duration age, @Nullable JobId after, int limit) {
    Bson old = lt(UPDATED_AT, clock.now().minus(age));
    return ids(LIVE.stream().map(status -> and(eq(STATUS, status), old)), after, limit);
  }

  @Override
  public List<JobId> completedWithoutSavedReport(@Nullable JobId after, int limit) {
    Bson completed = eq(STATUS, JobStatus.COMPLETED.wire());
    Stream<Bson> notKept = Stream.of(eq(REPORT_KEPT, false), eq(REPORT_KEPT, null));
    return ids(notKept.map(kept -> and(completed, kept)), after, limit);
  }

  /// The ids that match any filter. Each filter is its own query, so that each can use the index.
  private List<JobId> ids(Stream<Bson> filters, @Nullable JobId after, int limit) {
    return filters
        .map(filter -> after == null ? filter : and(filter, gt(ID, after.value())))
        .flatMap(filter -> ids(records, filter, limit).stream())
        .distinct()
        .sorted(Comparator.comparing(JobId::value))
        .limit(limit)
        .toList();
  }

  /// The ids of the matching documents, in order.
  static List<JobId> ids(MongoCollection<Document> documents, Bson filter, int limit) {
    return readAll(documents.find(filter).projection(include(ID)).sort(ascending(ID)).limit(limit))
        .stream()
        .flatMap(document -> JobDocumentMapper.id(document).stream())
        .toList();
  }

  @Override
  public void markReportsSaved(Collection<JobId> ids) {
    Bson completed =
        and(
            in(ID, ids.stream().map(JobId::value).toList()),
            eq(STATUS, JobStatus.COMPLETED.wire()));
    Bson saved = combine(set(REPORT_KEPT, true), currentDate(UPDATED_AT));
    translating(() -> records.updateMany(completed, saved));
  }

  @Override
  public long deleteEnded(JobStatus ended, Duration age, int limit) {
    if (!ended.isTerminal()) {
      throw new IllegalArgumentException(ended + " is not a terminal status");
    }
    Bson old = and(eq(STATUS, ended.wire()), lt(COMPLETED_AT, clock.now().minus(age)));
    Bson filter = ended == JobStatus.COMPLETED ? and(old, eq(REPORT_KEPT, true)) : old;
    Bson oldestFirst = ascending(COMPLETED_AT);
    List<Object> ids =
        readAll(records.find(filter).projection(include(ID)).sort(oldestFirst).limit(limit))
            .stream()
            .map(document -> document.get(ID))
            .toList();
    return ids.isEmpty() ? 0 : translating(() -> records.deleteMany(in(ID, ids))).getDeletedCount();
  }

  /// Ends the job and frees its active key.
  private static Bson end(JobStatus status) {
    return combine(
        set(STATUS, status.wire()),
        currentDate(COMPLETED_AT),
        unset(ACTIVE_KEY),
        unset(RAW_ANSWER));
  }

  private boolean update(Bson filter, Bson update) {
    Bson stamped = combine(update, currentDate(UPDATED_AT));
    return translating(() -> records.updateOne(filter, stamped)).getMatchedCount() > 0;
  }

  /// Updates a record and returns it.
  ///
  /// @param fields the fields to return
  private Optional<Document> updateAndGet(Bson filter, Bson update, Bson fields) {
    Bson stamped = combine(update, currentDate(UPDATED_AT));
    FindOneAndUpdateOptions options =
        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).projection(fields);
    return translating(
        () -> Optional.ofNullable(records.findOneAndUpdate(filter, stamped, options)));
  }

  private static Bson running(Lease lease) {
    return ofLease(lease, JobStatus.PROCESSING);
  }

  /// Whether this lease has set the status already.
  private boolean isIn(Lease lease, JobStatus status) {
    return translating(() -> records.countDocuments(ofLease(lease, status))) > 0;
  }

  /// A plain document, so that every server uses the index on the id.
  private static Bson ofLease(Lease lease, JobStatus status) {
    return new Document(ID, lease.jobId().value())
        .append(FENCE, lease.fencingToken())
        .append(JobDocumentMapper.WORKER, lease.owner())
        .append(STATUS, status.wire());
  }
}
