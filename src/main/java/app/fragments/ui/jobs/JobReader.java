package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.job.JobStore;
import app.fragments.job.RegisteredWorker;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import app.fragments.ui.common.UiServices;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads from the store what the window shows of jobs. On a background thread.
final class JobReader {
  private static final Logger LOG = LoggerFactory.getLogger(JobReader.class);
  private static final Set<JobStatus> LIVE = EnumSet.of(JobStatus.PENDING, JobStatus.PROCESSING);

  /// More live jobs of one user than this are followed a page at a time.
  private static final int LIMIT = 100;

  private final UiServices services;

  JobReader(UiServices services) {
    this.services = services;
  }

  /// @param followed jobs whose record is wanted, whatever has become of them
  /// @param withWorkforce whether to read also who works on the jobs
  JobSnapshot read(Set<JobId> followed, boolean withWorkforce) {
    JobStore store = services.jobs();
    List<Job> jobs = new ArrayList<>(store.list(services.userId(), LIVE, LIMIT));
    Set<JobId> ended = new HashSet<>(followed);
    jobs.forEach(job -> ended.remove(job.id()));
    Set<JobId> gone = new HashSet<>();
    for (JobId id : ended) {
      find(store, id).ifPresentOrElse(jobs::add, () -> gone.add(id));
    }
    boolean anyWaits = jobs.stream().anyMatch(job -> job.status() == JobStatus.PENDING);
    boolean anyIsTimed = anyWaits && jobs.stream().anyMatch(job -> job.notBefore() != null);
    return new JobSnapshot(
        jobs,
        gone,
        withWorkforce ? workforce(anyWaits) : null,
        anyIsTimed ? services.storeClock().now() : null);
  }

  /// One that cannot be read is left out, as it is of the list, and keeps no other from being
  /// shown.
  private static Optional<Job> find(JobStore store, JobId id) {
    try {
      return store.find(id);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      LOG.warn("Job {} cannot be read; it is left out", id, e);
      return Optional.empty();
    }
  }

  private WorkerOverview workforce(boolean withDepth) {
    Optional<String> host = services.hostName();
    List<RegisteredWorker> others =
        services.registry().alive().stream()
            .filter(one -> !isThisWindow(one, host.orElse(null)))
            .toList();
    return new WorkerOverview(
        others, host.orElse(null), withDepth ? services.queue().depth() : null);
  }

  private static boolean isThisWindow(RegisteredWorker one, @Nullable String host) {
    return one.kind() == RegisteredWorker.Kind.WINDOW
        && one.pid() == ProcessHandle.current().pid()
        && (host == null || host.equals(one.host()));
  }
}
