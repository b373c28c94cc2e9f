package app.fragments.cli;

import app.fragments.job.JobId;
import app.fragments.worker.ShutdownListener;

/// Reports how the worker pool shuts down, and halts a process whose threads hang.
record ShutdownMessages(Terminal terminal) implements ShutdownListener {
  @Override
  public void draining(int running) {
    terminal.say(
        running == 0
            ? "Ending: no job is running"
            : "Ending after %s; repeat the signal to give %s back to the queue now"
                .formatted(jobs(running), running == 1 ? "it" : "them"));
  }

  @Override
  public void releasing(int running) {
    if (running > 0) {
      terminal.say("Giving %s back to the queue".formatted(jobs(running)));
    }
  }

  @Override
  public void stuck(JobId job) {
    terminal.say(
        "Job " + job + " is stuck: its run does not end. This process ends with exit code 1");
  }

  @Override
  public void hung() {
    terminal.signals().halt(Command.FAILED);
  }

  private static String jobs(int count) {
    return count == 1 ? "1 job" : count + " jobs";
  }
}
