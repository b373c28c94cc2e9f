package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.report.Period;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.jobs.JobPoller.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The user's jobs as last read, newest first, and who works on them. On the FX thread.
public final class JobsViewModel {
  private static final int LIMIT = 50;

  private static final Comparator<JobRow> NEWEST_FIRST =
      Comparator.comparing((JobRow row) -> row.job().createdAt())
          .reversed()
          .thenComparing(row -> row.id().value());

  private final UiContext context;
  private final JobPeriods periods;
  private final JobTimes times;
  private final Supplier<QueueStatus.Workers> workers;
  private final Predicate<JobId> runsHere;
  private final CoalescingTask<List<Job>> list;
  private Set<JobId> endedBefore = Set.of();
  private final Map<JobId, Job> jobs = new HashMap<>();
  private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
  private final ObservableList<JobRow> readOnlyRows =
      FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyIntegerWrapper live = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper workerCount = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<QueueStatus.@Nullable Others> others =
      new ReadOnlyObjectWrapper<>();

  /// @param workers the workers of this window
  /// @param runsHere whether one of them runs a job
  public JobsViewModel(
      UiContext context,
      JobPeriods periods,
      JobTimes times,
      Supplier<QueueStatus.Workers> workers,
      Predicate<JobId> runsHere) {
    this.context = context;
    this.periods = periods;
    this.times = times;
    this.workers = workers;
    this.runsHere = runsHere;
    list =
        new CoalescingTask<>(
            context.background(),
            () -> {
              endedBefore = ended();
              return () ->
                  context.services().jobs().list(context.services().userId(), Set.of(), LIMIT);
            },
            read -> {
              forgetUnlisted(read);
              accept(read);
            },
            context.health()::failed);
  }

  public ObservableList<JobRow> rows() {
    return readOnlyRows;
  }

  /// How many jobs wait or run.
  public ReadOnlyIntegerProperty live() {
    return live.getReadOnlyProperty();
  }

  /// How many workers this window has.
  ReadOnlyIntegerProperty workerCount() {
    return workerCount.getReadOnlyProperty();
  }

  /// The other processes as last read, or null before the first time.
  ReadOnlyObjectProperty<QueueStatus.@Nullable Others> others() {
    return others.getReadOnlyProperty();
  }

  public Optional<JobRow> row(JobId id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /// The newest job that waits or runs.
  public Optional<JobRow> newestLive() {
    return rows.stream().filter(JobRow::isLive).findFirst();
  }

  /// Reads the list of jobs, ended ones included; deleted ones disappear.
  public void reload() {
    list.refresh();
  }

  /// The number of workers in this window may have changed.
  public void workersChanged() {
    workerCount.set(workers.get().total());
  }

  /// Whether explaining a job that waits takes knowledge of the other processes.
  public boolean needsOthers() {
    return jobs.values().stream()
        .anyMatch(job -> times.waited(job).compareTo(QueueStatus.PATIENCE) >= 0);
  }

  /// Sets the period of a job that was submitted here.
  void rememberPeriod(JobId job, @Nullable Period period) {
    periods.remember(job, period);
  }

  /// The job's record no longer exists.
  public void forget(JobId id) {
    jobs.remove(id);
    times.forget(id);
    rows.removeIf(row -> row.id().equals(id));
    countLive();
  }

  /// Takes what the poller read.
  public void accept(Snapshot read) {
    if (read.others() != null) {
      others.set(read.others());
    }
    if (read.storeTime() != null) {
      times.setStoreTime(read.storeTime());
    }
    read.gone().forEach(this::forget);
    accept(read.jobs());
  }

  /// Takes records that were read. An ended job stays ended, even if an older response arrives
  /// late.
  private void accept(List<Job> read) {
    for (Job job : read) {
      Job before = jobs.get(job.id());
      if (before == null || !before.status().isTerminal()) {
        jobs.put(job.id(), job);
        show(job, before != null && before.fencingToken() == job.fencingToken());
      }
    }
    countLive();
  }

  /// Takes the progress that a worker of this window reports before the record does.
  public void progress(JobId id, Progress progress) {
    row(id).filter(JobRow::isLive).ifPresent(row -> put(row.withProgress(progress)));
  }

  /// Updates the times of the live jobs.
  public void tick() {
    for (JobRow row : rows.stream().filter(JobRow::isLive).toList()) {
      Job job = jobs.get(row.id());
      if (job != null) {
        put(rowOf(job).withProgress(row.progress()));
      }
    }
  }

  private Set<JobId> ended() {
    return jobs.values().stream()
        .filter(job -> job.status().isTerminal())
        .map(Job::id)
        .collect(Collectors.toSet());
  }

  /// Jobs that had ended before the list was read and are not in it were deleted.
  private void forgetUnlisted(List<Job> read) {
    Set<JobId> unlisted = new HashSet<>(endedBefore);
    read.forEach(job -> unlisted.remove(job.id()));
    unlisted.forEach(this::forget);
  }

  /// @param sameRun whether the run shown before continues: then a worker of this window may have
  ///   reported more progress than the record has
  private void show(Job job, boolean sameRun) {
    JobRow fresh = rowOf(job);
    put(
        row(job.id())
            .filter(shown -> sameRun && fresh.isLive() && isFurther(shown, fresh))
            .map(shown -> fresh.withProgress(shown.progress()))
            .orElse(fresh));
  }

  private static boolean isFurther(JobRow shown, JobRow fresh) {
    int stages = shown.progress().stage().compareTo(fresh.progress().stage());
    return stages > 0 || (stages == 0 && shown.progress().done() > fresh.progress().done());
  }

  private JobRow rowOf(Job job) {
    QueueStatus status =
        new QueueStatus(
            context.health().state().get(),
            workers.get(),
            others.get(),
            jobs.values(),
            context.services().configuration().settings().jobs().jobsPerUser(),
            times.storeTime(job));
    return new JobRow(
        job,
        periods.of(job, () -> show(jobs.getOrDefault(job.id(), job), true)),
        job.progress(),
        times.elapsed(job),
        status.reason(job, times.waited(job)),
        QueueStatus.Location.of(job.worker(), runsHere.test(job.id()), others.get()));
  }

  private void put(JobRow row) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).id().equals(row.id())) {
        if (!rows.get(i).equals(row)) {
          rows.set(i, row);
        }
        return;
      }
    }
    int place = 0;
    while (place < rows.size() && NEWEST_FIRST.compare(rows.get(place), row) < 0) {
      place++;
    }
    rows.add(place, row);
  }

  private void countLive() {
    live.set((int) rows.stream().filter(JobRow::isLive).count());
  }
}
