package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import app.fragments.settings.JobSettings;
import app.fragments.ui.common.StoreHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The inputs for explaining why a job waits.
///
/// @param others the other processes, or null if unknown
/// @param perUser how many of them may run at once, or [JobSettings#NO_LIMIT]
/// @param now the store's time
public record QueueStatus(
    StoreHealth.State store,
    Workers mine,
    @Nullable Others others,
    Collection<Job> jobs,
    int perUser,
    Instant now) {
  /// After this long, show why the job is waiting.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The workers of this window: all, those that look for jobs, and those that run one.
  public record Workers(int total, int ready, int busy) {}

  /// The other processes that work on the store's jobs.
  ///
  /// @param host the name of this machine, or null if unknown
  /// @param depth the queue of all users, or null if it was not read
  public record Others(
      List<RegisteredWorker> processes, @Nullable String host, @Nullable QueueDepth depth) {

    int workers() {
      return processes.stream().mapToInt(RegisteredWorker::workers).sum();
    }

    int busy() {
      return processes.stream().mapToInt(one -> Math.min(one.busy(), one.workers())).sum();
    }
  }

  /// Where a job is running, as far as known.
  public sealed interface Location {
    record ThisWindow() implements Location {}

    /// Another process on this machine.
    record ThisMachine() implements Location {}

    record OtherMachine(String host) implements Location {}

    record Unknown() implements Location {}

    /// A worker's name: kind, process id, number, and the machine if it was known.
    Pattern WORKER_NAME = Pattern.compile("[^/]*?(\\d+)-\\d+(?:@([^/]+))?(?:/.*)?");

    /// @param worker its name in the job record, or null
    static Location of(@Nullable String worker, boolean inThisWindow, @Nullable Others others) {
      if (inThisWindow) {
        return new ThisWindow();
      }
      Matcher name = WORKER_NAME.matcher(worker == null ? "" : worker);
      if (others == null || !name.matches()) {
        return new Unknown();
      }
      @Nullable String named = name.group(2);
      Stream<String> withProcess =
          others.processes().stream()
              .filter(one -> String.valueOf(one.pid()).equals(name.group(1)))
              .map(RegisteredWorker::host);
      List<String> hosts = named == null ? withProcess.distinct().toList() : List.of(named);
      if (hosts.size() != 1) {
        return new Unknown();
      }
      String host = hosts.getFirst();
      return host.equals(others.host()) ? new ThisMachine() : new OtherMachine(host);
    }
  }

  /// @param waited how long this window has seen the job wait
  WaitReason reason(Job job, Duration waited) {
    if (job.status() != JobStatus.PENDING) {
      return new WaitReason.None();
    }
    return switch (store) {
      case UNREACHABLE, REFUSED -> new WaitReason.StoreUnreachable();
      case OPENING -> new WaitReason.StoreOpening();
      case READY ->
          dueAt(job).isAfter(now) && job.notBefore() != null
              ? new WaitReason.Delayed(job.notBefore())
              : reasonOfDue(job, waited);
    };
  }

  private WaitReason reasonOfDue(Job job, Duration waited) {
    if (waited.compareTo(PATIENCE) < 0 || others == null) {
      return job.attempts() > 0 ? new WaitReason.Retrying(job.attempts()) : new WaitReason.None();
    }
    int workers = mine.ready() + others.workers();
    int free = workers - mine.busy() - others.busy();
    if (workers == 0) {
      return mine.total() > 0 ? new WaitReason.Starting() : new WaitReason.NoWorkers();
    }
    if (free <= 0) {
      return new WaitReason.AllBusy(workers, place(job, others));
    }
    long running = jobs.stream().filter(one -> one.status() == JobStatus.PROCESSING).count();
    if (perUser != JobSettings.NO_LIMIT && running >= perUser) {
      return new WaitReason.UserLimit(perUser);
    }
    boolean anyDelayed = others.depth() == null || others.depth().delayed() > 0;
    return job.attempts() > 0 && anyDelayed
        ? new WaitReason.Retrying(job.attempts())
        : new WaitReason.NotTaken(free);
  }

  /// The job's place in the queue; unknown, 0, if jobs of other users wait too.
  private int place(Job job, Others known) {
    List<Job> order =
        jobs.stream()
            .filter(one -> one.status() == JobStatus.PENDING && !dueAt(one).isAfter(now))
            .sorted(
                Comparator.comparingInt((Job one) -> -one.priority().rank())
                    .thenComparing(QueueStatus::dueAt))
            .toList();
    boolean onlyMine = known.depth() != null && known.depth().waiting() == order.size();
    return onlyMine ? order.indexOf(job) + 1 : 0;
  }

  private static Instant dueAt(Job job) {
    return job.notBefore() == null ? job.createdAt() : job.notBefore();
  }
}
