package app.fragments.cli;

import app.fragments.cli.CliServices.WorkOptions;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.worker.JobListener;
import app.fragments.worker.Worker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for a job to end, and runs it in this process if no other worker does.
record JobWaiter(CliServices services, Terminal terminal) {
  private static final Duration POLL = Duration.ofMillis(300);

  /// Returns when the job has ended, on timeout or when the user interrupts; in the last two cases
  /// the job stays in the queue.
  ///
  /// @return the job's record at that moment
  Job await(JobId id, WorkOptions options) throws InterruptedException {
    ProgressLine line = new ProgressLine(terminal);
    CountDownLatch interrupted = new CountDownLatch(1);
    JobListener listener =
        new JobListener() {
          @Override
          public void progress(JobId job, Progress progress) {
            line.show(JobText.progress(progress));
          }
        };
    Worker worker = services.worker("weave", options, listener);
    Runnable interrupt =
        () -> {
          line.end();
          terminal.say("Interrupted. The job stays in the queue: fragments job " + id);
          interrupted.countDown();
          worker.stop();
        };
    try (var _ = terminal.signals().onEnd(interrupt)) {
      long deadline = System.nanoTime() + options.timeout().toNanos();
      Job job = record(id);
      while (!job.status().isTerminal() && interrupted.getCount() > 0) {
        if (System.nanoTime() - deadline >= 0) {
          line.end();
          terminal.say("Timed out waiting. The job continues: fragments job " + id);
          break;
        }
        if (!worker.runJob(id)) {
          boolean _ = interrupted.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
        job = record(id);
        if (!job.status().isTerminal()) {
          line.show(JobText.progress(job.progress()));
        }
      }
      line.end();
      return job;
    } finally {
      worker.stop();
    }
  }

  private Job record(JobId id) {
    return services
        .jobs()
        .find(id)
        .orElseThrow(() -> new CommandFailedException("Job " + id + " was deleted"));
  }
}
