package app.fragments.job;

import app.fragments.store.StoreClock;
import app.fragments.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An in-memory job store that fulfills the contract of its port, for tests that need no server.
public final class InMemoryJobStore implements JobStore {

  private static final class Row {
    private final NewJob job;
    private final long order;
    private final Instant createdAt;
    private JobStatus status = JobStatus.PENDING;
    private long fencingToken;
    private int attempts;
    private int recoveries;
    private Progress progress;
    private @Nullable RawAnswer rawAnswer;
    private @Nullable JobResult result;
    private @Nullable Failure failure;
    private @Nullable String worker;
    private @Nullable Instant notBefore;
    private @Nullable Instant startedAt;
    private @Nullable Instant completedAt;
    private Instant updatedAt;
    private boolean reportSaved;

    Row(NewJob job, long order, Instant now) {
      this.notBefore = job.notBefore();
      this.job = job;
      this.order = order;
      this.createdAt = now;
      this.updatedAt = now;
      this.progress = Progress.waiting(job.selection().size());
    }

    boolean isLive() {
      return !status.isTerminal();
    }

    boolean isRunBy(Lease lease) {
      return isOf(lease) && status == JobStatus.PROCESSING;
    }

    /// Whether this lease's run has set this status.
    boolean isIn(JobStatus there, Lease lease) {
      return isOf(lease) && status == there;
    }

    private boolean isOf(Lease lease) {
      return fencingToken == lease.fencingToken() && lease.owner().equals(worker);
    }

    void become(JobStatus next, Instant now) {
      if (status != next && !status.next().contains(next)) {
        throw new IllegalStateException("No transition from " + status + " to " + next);
      }
      status = next;
      updatedAt = now;
      if (next.isTerminal()) {
        completedAt = now;
        rawAnswer = null;
      }
    }

    Job toJob() {
      return new Job(
          job.id(),
          job.userId(),
          job.selection(),
          job.template(),
          job.options(),
          job.priority(),
          notBefore,
          status,
          fencingToken,
          attempts,
          job.maxAttempts(),
          recoveries,
          progress,
          rawAnswer,
          result,
          failure,
          job.retryOf(),
          worker,
          createdAt,
          startedAt,
          completedAt,
          updatedAt);
    }
  }

  private final StoreClock clock;
  private final StoreClock server;
  private long inserted;
  private final TreeMap<String, Row> rows = new TreeMap<>();
  private final Set<JobId> poisoned = new HashSet<>();

  public InMemoryJobStore(StoreClock clock) {
    this(clock, clock);
  }

  /// @param clock the store's time as callers see it, perhaps wrong
  /// @param server the true time, used for the timestamps of records
  public InMemoryJobStore(StoreClock clock, StoreClock server) {
    this.clock = clock;
    this.server = server;
  }

  /// Makes the record unreadable.
  public synchronized void poison(JobId id) {
    poisoned.add(id);
  }

  @Override
  public synchronized Submission insert(NewJob job) {
    Row own = rows.get(job.id().value());
    if (own != null) {
      return new Submission(job.id(), own.status, true);
    }
    Optional<Row> live =
        rows.values().stream()
            .filter(Row::isLive)
            .filter(row -> row.job.activeKey().equals(job.activeKey()))
            .findFirst();
    if (live.isPresent()) {
      return new Submission(live.get().job.id(), live.get().status, false);
    }
    rows.put(job.id().value(), new Row(job, inserted++, server.now()));
    return new Submission(job.id(), JobStatus.PENDING, true);
  }

  @Override
  public synchronized Optional<Job> find(JobId id) {
    if (poisoned.contains(id)) {
      throw new StoreException("Record " + id + " cannot be read", null);
    }
    return Optional.ofNullable(rows.get(id.value())).map(Row::toJob);
  }

  @Override
  public synchronized List<Job> list(String userId, Set<JobStatus> statuses, int limit) {
    return readable()
        .filter(row -> row.job.userId().equals(userId))
        .filter(row -> statuses.isEmpty() || statuses.contains(row.status))
        .sorted(Comparator.comparing((Row row) -> row.order).reversed())
        .limit(limit)
        .map(Row::toJob)
        .toList();
  }

  private Stream<Row> readable() {
    return rows.values().stream().filter(row -> !poisoned.contains(row.job.id()));
  }

  @Override
  public synchronized Optional<Job> startProcessing(Lease lease) {
    boolean started =
        update(
            lease.jobId(),
            row -> row.isLive() && row.fencingToken <= lease.fencingToken(),
            row -> {
              row.become(JobStatus.PROCESSING, server.now());
              row.fencingToken = lease.fencingToken();
              row.attempts = lease.attempts();
              row.recoveries = lease.recoveries();
              row.worker = lease.owner();
              row.startedAt = row.startedAt == null ? server.now() : row.startedAt;
            });
    return started ? find(lease.jobId()) : Optional.empty();
  }

  @Override
  public synchronized boolean updateProgress(Lease lease, Progress progress) {
    return update(
        lease.jobId(),
        row -> row.isRunBy(lease),
        row -> {
          row.progress = progress;
          row.updatedAt = server.now();
        });
  }

  @Override
  public synchronized boolean storeRawAnswer(Lease lease, RawAnswer answer) {
    return update(
        lease.jobId(),
        row -> row.isRunBy(lease),
        row -> {
          row.rawAnswer = answer;
          row.updatedAt = server.now();
        });
  }

  @Override
  public synchronized Optional<Instant> complete(Lease lease, JobResult result) {
    boolean completed =
        update(
                lease.jobId(),
                row -> row.isRunBy(lease),
                row -> {
                  row.become(JobStatus.COMPLETED, server.now());
                  row.result = result;
                })
            || isIn(lease, JobStatus.COMPLETED);
    return completed ? Optional.of(rows.get(lease.jobId().value()).completedAt) : Optional.empty();
  }

  @Override
  public synchronized boolean fail(Lease lease, Failure failure, int attempts) {
    return update(
            lease.jobId(),
            row -> row.isRunBy(lease),
            row -> {
              row.become(JobStatus.FAILED, server.now());
              row.failure = failure;
              row.attempts = attempts;
            })
        || isIn(lease, JobStatus.FAILED);
  }

  @Override
  public synchronized boolean release(Lease lease, int attempts, Duration delay) {
    return update(
            lease.jobId(),
            row -> row.isRunBy(lease),
            row -> {
              row.become(JobStatus.PENDING, server.now());
              row.attempts = attempts;
              row.progress = Progress.waiting(row.progress.total());
              row.notBefore = delay.isZero() ? null : clock.now().plus(delay);
            })
        || isIn(lease, JobStatus.PENDING);
  }

  private boolean isIn(Lease lease, JobStatus there) {
    Row row = rows.get(lease.jobId().value());
    return row != null && row.isIn(there, lease);
  }

  @Override
  public synchronized boolean cancel(JobId id) {
    return update(id, Row::isLive, row -> row.become(JobStatus.CANCELLED, server.now()));
  }

  @Override
  public synchronized boolean abandon(JobId id, Failure failure) {
    return update(
        id,
        Row::isLive,
        row -> {
          row.become(JobStatus.FAILED, server.now());
          row.failure = failure;
        });
  }

  @Override
  public synchronized long deleteEnded(JobStatus ended, Duration age, int limit) {
    if (!ended.isTerminal()) {
      throw new IllegalArgumentException("A job that is " + ended + " has not ended");
    }
    Instant before = clock.now().minus(age);
    List<JobId> old =
        ids(
            row ->
                row.status == ended
                    && row.completedAt.isBefore(before)
                    && (ended != JobStatus.COMPLETED || row.reportSaved),
            null,
            limit);
    old.forEach(id -> rows.remove(id.value()));
    return old.size();
  }

  @Override
  public synchronized List<JobId> liveOlderThan(Duration age, @Nullable JobId after, int limit) {
    Instant before = clock.now().minus(age);
    return ids(row -> row.isLive() && row.updatedAt.isBefore(before), after, limit);
  }

  @Override
  public synchronized List<JobId> completedWithoutSavedReport(@Nullable JobId after, int limit) {
    return ids(row -> row.status == JobStatus.COMPLETED && !row.reportSaved, after, limit);
  }

  private List<JobId> ids(Predicate<Row> which, @Nullable JobId after, int limit) {
    return (after == null ? rows : rows.tailMap(after.value(), false))
        .values().stream().filter(which).limit(limit).map(row -> row.job.id()).toList();
  }

  @Override
  public synchronized void markReportsSaved(Collection<JobId> ids) {
    ids.forEach(
        id -> update(id, row -> row.status == JobStatus.COMPLETED, row -> row.reportSaved = true));
  }

  private boolean update(JobId id, Predicate<Row> where, Consumer<Row> change) {
    Row row = rows.get(id.value());
    if (row == null || !where.test(row)) {
      return false;
    }
    change.accept(row);
    return true;
  }
}
