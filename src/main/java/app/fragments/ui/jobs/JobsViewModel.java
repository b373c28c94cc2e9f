package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The user's jobs, newest first, as far as they have been read. On the FX thread.
public final class JobsViewModel {
  /// How many the page shows.
  private static final int LIMIT = 50;

  private static final Comparator<JobRow> NEWEST_FIRST =
      (one, other) -> {
        int times = other.createdAt().compareTo(one.createdAt());
        return times != 0 ? times : one.id().value().compareTo(other.id().value());
      };

  private final JobPeriods periods;
  private final JobTimes times;
  private final JobInsight insight;
  private final CoalescingTask<List<Job>> list;
  private Set<JobId> endedBefore = Set.of();
  private final Map<JobId, Job> jobs = new HashMap<>();
  private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper live = new ReadOnlyIntegerWrapper();

  public JobsViewModel(UiContext context, JobPeriods periods, JobTimes times, JobInsight insight) {
    this.periods = periods;
    this.times = times;
    this.insight = insight;
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
    return FXCollections.unmodifiableObservableList(rows);
  }

  /// How many jobs wait or run.
  public ReadOnlyIntegerProperty live() {
    return live.getReadOnlyProperty();
  }

  public Optional<JobRow> row(JobId id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /// The newest job that waits or runs.
  public Optional<JobRow> newestLive() {
    return rows.stream().filter(JobRow::isLive).findFirst();
  }

  /// Reads the list of jobs, ended ones included; those that are not kept any more go.
  public void reload() {
    list.refresh();
  }

  /// The records as they were last read.
  public Collection<Job> records() {
    return Collections.unmodifiableCollection(jobs.values());
  }

  /// The job's record is not kept any more.
  public void forget(JobId id) {
    jobs.remove(id);
    times.forget(id);
    rows.removeIf(row -> row.id().equals(id));
    count();
  }

  /// Takes records that were read. One that has ended never lives again, however late an older
  /// answer comes in.
  public void accept(List<Job> read) {
    for (Job job : read) {
      Job before = jobs.get(job.id());
      if (before == null || !before.status().isTerminal()) {
        jobs.put(job.id(), job);
        show(job, before != null && before.fencingToken() == job.fencingToken());
      }
    }
    count();
  }

  /// Takes what a worker of this window tells before the record does.
  public void progress(JobId id, Progress progress) {
    row(id).filter(JobRow::isLive).ifPresent(row -> put(row.withProgress(progress)));
  }

  /// Lets the time of the live jobs go on.
  public void tick() {
    rows.stream().filter(JobRow::isLive).toList().forEach(this::age);
  }

  private Set<JobId> ended() {
    return jobs.values().stream()
        .filter(job -> job.status().isTerminal())
        .map(Job::id)
        .collect(Collectors.toSet());
  }

  /// What had ended before the list was read and is not in it, is kept no longer.
  private void forgetUnlisted(List<Job> read) {
    Set<JobId> unlisted = new HashSet<>(endedBefore);
    read.forEach(job -> unlisted.remove(job.id()));
    unlisted.forEach(this::forget);
  }

  private void age(JobRow row) {
    Job job = jobs.get(row.id());
    if (job != null) {
      put(rowOf(job).withProgress(row.progress()));
    }
  }

  /// @param sameRun whether the run that was shown before still goes on: what a worker of this
  ///   window told of it may be newer than the record
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
    return new JobRow(
        job,
        periods.of(job, () -> show(jobs.getOrDefault(job.id(), job), true)),
        job.progress(),
        times.elapsed(job),
        insight.whyWaiting(job, jobs.values()),
        insight.place(job));
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

  private void count() {
    live.set((int) rows.stream().filter(JobRow::isLive).count());
  }
}
