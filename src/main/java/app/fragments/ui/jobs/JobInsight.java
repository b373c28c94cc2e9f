package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.ui.common.StoreHealth;
import java.time.Duration;
import java.util.Collection;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the window knows about who works on jobs: why one waits, where one runs. On the FX thread.
public final class JobInsight {
  private final StoreHealth health;
  private final WindowWorkers workers;
  private final JobTimes times;
  private final IntSupplier perUser;
  private final ReadOnlyIntegerWrapper mine = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable WorkerOverview> workforce =
      new ReadOnlyObjectWrapper<>();

  /// @param perUser how many jobs of the user may run at once, by the settings
  public JobInsight(
      StoreHealth health, WindowWorkers workers, JobTimes times, IntSupplier perUser) {
    this.health = health;
    this.workers = workers;
    this.times = times;
    this.perUser = perUser;
  }

  /// How many workers this window has.
  ReadOnlyIntegerProperty mine() {
    return mine.getReadOnlyProperty();
  }

  /// How many workers there are, or what they do, has changed.
  public void workersChanged() {
    mine.set(workers.count());
  }

  /// The other processes as last read, or null before the first time.
  ReadOnlyObjectProperty<@Nullable WorkerOverview> workforce() {
    return workforce.getReadOnlyProperty();
  }

  /// Takes what was read.
  public void learn(JobSnapshot reading) {
    if (reading.workforce() != null) {
      workforce.set(reading.workforce());
    }
    if (reading.storeTime() != null) {
      times.storeSays(reading.storeTime());
    }
  }

  /// Whether somebody is owed an explanation for which the other processes have to be known.
  public boolean isWanting(Collection<Job> jobs) {
    return jobs.stream().anyMatch(job -> isUntaken(times.untaken(job)));
  }

  WaitReason whyWaiting(Job job, Collection<Job> jobs) {
    return new QueueStatus(
            health.state().get(),
            new QueueStatus.Crew(workers.count(), workers.ready(), workers.busy()),
            workforce.get(),
            jobs,
            perUser.getAsInt(),
            times.storeTime(job))
        .reason(job, times.untaken(job));
  }

  RunLocation place(Job job) {
    return RunLocation.of(job.worker(), workers.has(job.id()), workforce.get());
  }

  private static boolean isUntaken(Duration untaken) {
    return untaken.compareTo(QueueStatus.PATIENCE) >= 0;
  }
}
