package app.fragments.cli;

import app.fragments.cli.CliServices.WorkOptions;
import app.fragments.job.JobId;
import app.fragments.weave.WeaveListener;
import app.fragments.weave.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `work`: a worker without a window, until a signal or until the queue is empty.
@CommandLine.Command(description = "Work on queued jobs until Ctrl+C or a signal to terminate.")
final class WorkCommand extends Command {
  @Option(names = "--tries", paramLabel = "N", description = "Runs a job may have; default 1.")
  private int tries = 1;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds a job may take; default 200.")
  private int timeout = 200;

  @Option(names = "--workers", paramLabel = "N", description = "Jobs side by side; default 2.")
  private int workers = 2;

  @Option(names = "--stop-when-empty", description = "End once nothing waits or runs.")
  private boolean stopWhenEmpty;

  private final AtomicInteger worked = new AtomicInteger();

  WorkCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (tries < 1 || timeout < 1 || workers < 1 || workers > 64) {
      throw wrongUsage("--tries, --timeout and --workers are at least 1, --workers at most 64");
    }
    WorkOptions options = WorkOptions.of(tries, Duration.ofSeconds(timeout));
    List<Worker> all = services.workers("work", workers, options, told());
    services.queue().depth(); // a store that is away from the start is worth an exit code
    say("Working on " + services.storeDescription() + "; Ctrl+C ends");
    try (var _ = terminal.signals().onEnd(() -> all.forEach(Worker::stop))) {
      List<Thread> threads = all.stream().map(this::start).toList();
      for (Thread thread : threads) {
        thread.join();
      }
      report();
    }
    return ExitCode.DONE;
  }

  private Thread start(Worker worker) {
    return Thread.ofPlatform()
        .name("worker")
        .start(stopWhenEmpty ? worker::runUntilEmpty : worker::run);
  }

  private void report() {
    if (json) {
      print(
          out -> {
            out.writeStartObject();
            out.writeNumberField("worked", worked.get());
            out.writeEndObject();
          });
    } else {
      say("Worked on " + worked + (worked.get() == 1 ? " job" : " jobs"));
    }
  }

  private WeaveListener told() {
    return new WeaveListener() {
      @Override
      public void started(JobId job) {
        say("Job " + job + " is being woven");
      }

      @Override
      public void ended(JobId job) {
        worked.incrementAndGet();
        say("Job " + job + " has left this worker");
      }
    };
  }
}
