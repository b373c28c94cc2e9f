package app.fragments.cli;

import app.fragments.job.JobId;
import app.fragments.worker.ShutdownListener;

/// Reports how the worker pool shuts down, and halts a process whose threads hang.
record ShutdownMessages(Terminal terminal) implements ShutdownListener {
  @Override
  public void draining(int running) {
    terminal.say(
        running == 0
            ? "Stopping: no job is running"
            : "Finishing %s; repeat the signal to return %s to the queue now"
                .formatted(jobs(running), running == 1 ? "it" : "them"));
  }

  @Override
  public void releasing(int running) {
    if (running > 0) {
      terminal.say("Returning %s to the queue".formatted(jobs(running)));
    }
  }

  @Override
  public void stuck(JobId job) {
    terminal.say(
        "Job " + job + " is stuck: it ignores its cancellation. This process exits with code 1");
  }

  @Override
  public void hung() {
    terminal.signals().halt(Command.FAILED);
  }

  private static String jobs(int count) {
    return count == 1 ? "1 job" : count + " jobs";
  }
}
