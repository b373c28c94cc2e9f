package app.fragments.bench;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Compares two job systems on one server by running them alternately.
final class SideBySide {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Duration SETTLE = Duration.ofSeconds(3);
  private static final double MILLIS = 1e6;

  private final String server;
  private final FragmentsJobs ours;
  private final JobSystem theirs;
  private final QueueLoad load;
  private final BenchResult result;
  private final Random random = new Random(42);

  SideBySide(
      String server, FragmentsJobs ours, JobSystem theirs, QueueLoad load, BenchResult result) {
    this.server = server;
    this.ours = ours;
    this.theirs = theirs;
    this.load = load;
    this.result = result;
  }

  void run() throws Exception {
    throughputOf(theirs, load.noOpJobs(), Duration.ZERO); // warms up
    throughputOf(ours, load.noOpJobs(), Duration.ZERO);
    throughput("no-op jobs", load.noOpJobs(), Duration.ZERO);
    throughput("jobs of 50 ms", load.busyJobs(), QueueLoad.BUSY);
    for (JobSystem system : new JobSystem[] {theirs, ours}) {
      commandsPerJob(system);
      startTimes(system, "polling", 200, () -> {});
      idleCommands(system);
    }
    startTimes(ours, "submitted in the worker's process", 50, ours::wake);
  }

  private void throughput(String jobs, int count, Duration work) throws Exception {
    double[] our = new double[load.runs()];
    double[] their = new double[load.runs()];
    for (int run = 0; run < load.runs(); run++) {
      if (run % 2 == 0) {
        our[run] = throughputOf(ours, count, work);
      }
      their[run] = throughputOf(theirs, count, work);
      if (run % 2 == 1) {
        our[run] = throughputOf(ours, count, work);
      }
    }
    String what = server + ": " + jobs + " a second, ";
    result.add(what + theirs.name(), BenchResult.median(their), "1/s", "");
    result.add(what + ours.name(), BenchResult.median(our), "1/s", "");
    result.add(
        server + ": " + jobs + ", " + ours.name() + " to " + theirs.name(),
        BenchResult.median(our) / BenchResult.median(their),
        "times",
        work.isZero() ? ">= 3" : "");
  }

  private static double throughputOf(JobSystem system, int jobs, Duration work) throws Exception {
    system.prepare(jobs);
    system.submit(0, jobs);
    JobProbe probe = new JobProbe(jobs, work);
    system.start(QueueLoad.WORKERS, probe);
    probe.await(TIMEOUT);
    system.stop();
    if (system.done() != jobs) {
      throw new IllegalStateException(system.name() + " has done " + system.done() + " of " + jobs);
    }
    return probe.jobsASecond();
  }

  private void commandsPerJob(JobSystem system) throws Exception {
    int jobs = load.noOpJobs();
    system.prepare(jobs);
    system.submit(0, jobs);
    JobProbe probe = new JobProbe(jobs, Duration.ZERO);
    try (CommandCount commands = new CommandCount()) {
      system.start(QueueLoad.WORKERS, probe);
      probe.await(TIMEOUT);
      result.add(
          server + ": commands a job, " + system.name(),
          commands.all() / (double) jobs,
          "",
          commands.perJob(jobs));
    }
    system.stop();
  }

  /// Measures how long an idle system takes to start a submitted job.
  ///
  /// @param pause roughly the milliseconds between two submits
  private void startTimes(JobSystem system, String how, int pause, Runnable submitted)
      throws Exception {
    int jobs = load.idleSubmits();
    system.prepare(jobs);
    JobProbe probe = new JobProbe(jobs, Duration.ZERO);
    system.start(QueueLoad.WORKERS, probe);
    TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
    long[] asked = new long[jobs];
    for (int i = 0; i < jobs; i++) {
      asked[i] = System.nanoTime();
      system.submit(i, i + 1);
      submitted.run();
      TimeUnit.MILLISECONDS.sleep(pause + random.nextInt(pause));
    }
    probe.await(TIMEOUT);
    system.stop();
    double[] millis = new double[jobs];
    for (int i = 0; i < jobs; i++) {
      millis[i] = (probe.opening(i) - asked[i]) / MILLIS;
    }
    for (int percent : new int[] {50, 95, 99}) {
      result.add(
          "%s: submit to start when idle, %s, %s, p%d"
              .formatted(server, system.name(), how, percent),
          BenchResult.percentile(millis, percent / 100.0),
          "ms",
          "");
    }
  }

  private void idleCommands(JobSystem system) throws Exception {
    system.prepare(0);
    system.start(QueueLoad.WORKERS, new JobProbe(0, Duration.ZERO));
    TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
    try (CommandCount commands = new CommandCount()) {
      TimeUnit.NANOSECONDS.sleep(load.idle().toNanos());
      result.add(
          server + ": commands a second when idle, " + system.name(),
          commands.all() / (load.idle().toMillis() / 1e3),
          "1/s",
          "");
    }
    system.stop();
  }
}
