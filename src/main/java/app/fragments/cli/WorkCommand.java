package app.fragments.cli;

import app.fragments.cli.CliServices.WorkOptions;
import app.fragments.http.JsonFields;
import app.fragments.job.RegisteredWorker;
import app.fragments.worker.WorkerPool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `work`: runs workers until a signal, or until the queue is empty.
@CommandLine.Command(description = "Run queued jobs until Ctrl+C or a signal.")
final class WorkCommand extends Command {
  private static final int MOST_WORKERS = 64;

  @Mixin private final WorkLimits limits = new WorkLimits();

  @Option(names = "--workers", paramLabel = "N", description = "Jobs to run at once; default 2.")
  private int workers = 2;

  @Option(names = "--stop-when-empty", description = "Stop when no job waits or runs.")
  private boolean stopWhenEmpty;

  WorkCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    check();
    requireGenerator();
    WorkOptions options = limits.options();
    RunReporter report = new RunReporter(terminal, json, services.clock());
    services.queue().depth(); // fail now if the store is unreachable
    say("Working on " + services.storeDescription() + "; press Ctrl+C to stop");
    boolean orderly;
    try (WorkerPool pool =
            services.workerPool(
                RegisteredWorker.Kind.WORK, options, report, new ShutdownMessages(terminal));
        var _ = terminal.signals().onEnd(pool::drain, pool::release)) {
      if (stopWhenEmpty) {
        pool.runUntilEmpty(workers);
      } else {
        pool.setCount(workers);
      }
      orderly = pool.awaitEnd();
    }
    sum(report.worked());
    return orderly ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void check() {
    @Nullable String fault = limits.fault();
    if (fault != null) {
      throw wrongUsage(fault);
    }
    if (workers < 1 || workers > MOST_WORKERS) {
      throw wrongUsage("--workers must be from 1 to " + MOST_WORKERS);
    }
  }

  private void sum(int worked) {
    if (json) {
      terminal.printJson(new JsonFields().add("worked", worked));
    } else {
      say("Worked on " + worked + (worked == 1 ? " job" : " jobs"));
    }
  }
}
