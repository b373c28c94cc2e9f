package app.fragments.ui.jobs;

import app.fragments.job.JobId;
import app.fragments.store.StoreException;
import app.fragments.worker.Worker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thin adapter: the window's way of running a [Worker] until the window closes.
///
/// The worker is made on the task's own thread, since that waits for the store to be open; while it
/// cannot be opened, it is tried again. Cancelling the task releases the job that the worker has in
/// hand.
final class WorkerTask extends Task<@Nullable Void> {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerTask.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Supplier<Worker> maker;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Worker worker;

  /// @param maker waits until the store is open
  WorkerTask(Supplier<Worker> maker) {
    this.maker = maker;
  }

  @Override
  protected @Nullable Void call() throws InterruptedException {
    while (stopped.getCount() > 0) {
      try {
        Worker made = maker.get();
        worker = made;
        if (stopped.getCount() > 0) {
          made.run();
        }
        return null;
      } catch (StoreException e) {
        LOG.debug("No worker without the store, trying again in {}", RETRY, e);
        if (stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
          return null;
        }
      }
    }
    return null;
  }

  /// Ends the worker; the job that it has in hand goes back to the queue, and no try is counted.
  void stop() {
    stopped.countDown();
    Worker made = worker;
    if (made != null) {
      made.stop();
    }
  }

  /// Has it look for a job now.
  void wake() {
    Worker made = worker;
    if (made != null) {
      made.wake();
    }
  }

  /// Ends the work on a cancelled job at once, where this worker has it.
  void cancelRunning(JobId job) {
    Worker made = worker;
    if (made != null) {
      made.cancelRunning(job);
    }
  }

  /// Whether it looks for jobs.
  boolean isReady() {
    return worker != null && !isDone();
  }

  Optional<JobId> jobInHand() {
    Worker made = worker;
    return made == null ? Optional.empty() : made.running();
  }

  @Override
  protected void failed() {
    LOG.error("A worker of this window ended by a defect; the others go on", getException());
  }
}
