package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.jobs.JobPoller.Snapshot;
import app.fragments.worker.WorkerPool;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableIntegerValue;
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
  private final Function<List<EntryId>, Optional<Period>> knownPeriods;
  private final Supplier<WorkerPool> workers;
  private final JobTimes times = new JobTimes();
  private final CoalescingTask<List<Job>> list;
  private List<JobId> endedBefore = List.of();
  private final Map<JobId, Job> jobs = new HashMap<>();
  private final Map<JobId, Period> periods = new HashMap<>();
  private final Set<JobId> periodsAsked = new HashSet<>();
  private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
  private final ObservableList<JobRow> readOnlyRows =
      FXCollections.unmodifiableObservableList(rows);
  private final IntegerBinding live =
      Bindings.createIntegerBinding(() -> (int) rows.stream().filter(JobRow::isLive).count(), rows);

  final IntegerProperty workerCount = new SimpleIntegerProperty();

  /// The other processes as last read, or null before the first time.
  final ObjectProperty<QueueStatus.@Nullable Others> others = new SimpleObjectProperty<>();

  /// @param knownPeriods the period of entries, or empty unless all are known without reading
  public JobsViewModel(
      UiContext context,
      Function<List<EntryId>, Optional<Period>> knownPeriods,
      Supplier<WorkerPool> workers) {
    this.context = context;
    this.knownPeriods = knownPeriods;
    this.workers = workers;
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
  public ObservableIntegerValue live() {
    return live;
  }

  public Optional<JobRow> row(JobId id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /// Reads the list of jobs, ended ones included; deleted ones disappear.
  public void reload() {
    list.refresh();
  }

  public void workersChanged() {
    workerCount.set(workers.get().count());
  }

  /// Whether explaining why a job waits takes knowledge of the other processes.
  public boolean needsOthers() {
    return jobs.values().stream()
        .anyMatch(job -> times.waited(job).compareTo(QueueStatus.PATIENCE) >= 0);
  }

  void rememberPeriod(JobId job, @Nullable Period period) {
    if (period != null) {
      periods.put(job, period);
    }
  }

  /// The job's record no longer exists.
  void forget(JobId id) {
    jobs.remove(id);
    times.forget(id);
    rows.removeIf(row -> row.id().equals(id));
  }

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

  /// An ended job stays ended, even if an older response arrives late.
  private void accept(List<Job> read) {
    for (Job job : read) {
      Job before = jobs.get(job.id());
      if (before == null || !before.status().isTerminal()) {
        jobs.put(job.id(), job);
        show(job, before != null && before.fencingToken() == job.fencingToken());
      }
    }
  }

  /// Takes the progress that a worker of this window reports before the record does.
  public void progress(JobId id, Progress progress) {
    row(id).filter(JobRow::isLive).ifPresent(row -> put(row.withProgress(progress)));
  }

  public void tick() {
    for (JobRow row : rows.stream().filter(JobRow::isLive).toList()) {
      Job job = jobs.get(row.id());
      if (job != null) {
        put(rowOf(job).withProgress(row.progress()));
      }
    }
  }

  private List<JobId> ended() {
    return jobs.values().stream().filter(job -> job.status().isTerminal()).map(Job::id).toList();
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
    WorkerPool pool = workers.get();
    QueueStatus status =
        new QueueStatus(
            context.health().state().get(),
            new QueueStatus.Workers(pool.count(), pool.ready(), pool.busy()),
            others.get(),
            jobs.values(),
            context.services().configuration().settings().jobs().jobsPerUser(),
            times.storeTime(job));
    return new JobRow(
        job,
        periodOf(job),
        job.progress(),
        times.elapsed(job),
        status.reason(job, times.waited(job)),
        QueueStatus.Location.of(job.worker(), pool.has(job.id()), others.get()));
  }

  /// The days a job covers, or null if they have to be read first.
  private @Nullable Period periodOf(Job job) {
    if (job.result() != null) {
      return job.result().period();
    }
    List<EntryId> entries = job.selection().entryIds();
    if (!periods.containsKey(job.id())) {
      rememberPeriod(job.id(), knownPeriods.apply(entries).orElse(null));
    }
    if (!periods.containsKey(job.id()) && periodsAsked.add(job.id())) {
      context.run(
          () -> context.services().entries().findAll(job.userId(), entries),
          found -> {
            if (!found.isEmpty()) {
              periods.put(job.id(), Period.of(found));
              show(jobs.getOrDefault(job.id(), job), true);
            }
          },
          failure -> {
            periodsAsked.remove(job.id());
            context.health().failed(failure);
          });
    }
    return periods.get(job.id());
  }

  private void put(JobRow row) {
    int place = 0;
    while (place < rows.size() && NEWEST_FIRST.compare(rows.get(place), row) < 0) {
      place++;
    }
    if (place == rows.size() || !rows.get(place).id().equals(row.id())) {
      rows.add(place, row);
    } else if (!rows.get(place).equals(row)) {
      rows.set(place, row);
    }
  }
}
