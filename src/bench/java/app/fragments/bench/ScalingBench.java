package app.fragments.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Measures Fragments alone: does it slow down with more worker processes, or with more completed
/// jobs?
final class ScalingBench {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /// Like `fragments work`, without the optimizing compiler, whose work would dominate with many
  /// processes.
  private static final List<String> AS_INSTALLED = List.of("-Xmx96m", "-XX:TieredStopAtLevel=1");

  private static final double SECONDS = 1e9;

  private final QueueLoad load;
  private final BenchResult result;

  ScalingBench(QueueLoad load, BenchResult result) {
    this.load = load;
    this.result = result;
  }

  /// Worker processes on one server.
  void processesOn(String uri) throws Exception {
    try (FragmentsJobs jobs = FragmentsJobs.on(uri)) {
      processes("processes on one server", jobs, uri);
    }
  }

  /// Worker processes, each with its own server, on one file.
  void processesIn(Path folder) throws Exception {
    try (FragmentsJobs jobs = FragmentsJobs.in(folder)) {
      processes("processes on one file, each with a server", jobs, folder.toString());
    }
  }

  private void processes(String what, FragmentsJobs jobs, String location) throws Exception {
    double first = 0;
    for (int count : load.processes()) {
      double rate = rateOf(jobs, location, count);
      first = first == 0 ? rate : first;
      add(what + ": " + count, rate, first);
    }
  }

  private double rateOf(FragmentsJobs jobs, String location, int count) throws Exception {
    List<ChildJvm> workers = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        workers.add(ChildJvm.start(AS_INSTALLED, WorkerChild.class, location));
      }
      for (ChildJvm worker : workers) {
        worker.receive();
      }
      round(jobs, workers, count * load.warmUpJobs());
      double[] rates = new double[load.scalingRuns()];
      for (int run = 0; run < rates.length; run++) {
        rates[run] = round(jobs, workers, load.noOpJobs());
      }
      return BenchResult.median(rates);
    } finally {
      for (ChildJvm worker : workers) {
        worker.close();
      }
    }
  }

  private double round(FragmentsJobs jobs, List<ChildJvm> workers, int count) throws Exception {
    jobs.prepare(count);
    jobs.submit(0, count);
    workers.forEach(worker -> worker.send(count));
    long first = Long.MAX_VALUE;
    long last = 0;
    long done = 0;
    for (ChildJvm worker : workers) {
      long[] report = numbers(worker.receive());
      first = Math.min(first, report[0]);
      last = Math.max(last, report[1]);
      done += report[2];
    }
    if (done != count || jobs.done() != count) {
      throw new IllegalStateException("The workers completed " + done + " of " + count + " jobs");
    }
    return count / ((last - first) / SECONDS);
  }

  private static long[] numbers(String line) throws IOException {
    String[] words = line.split(" ");
    if (words.length != 3) {
      throw new IOException("Unexpected output of a worker: " + line);
    }
    return new long[] {
      Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2])
    };
  }

  /// Eight workers on a store with a growing number of completed jobs.
  void history(String uri) throws Exception {
    int count = load.noOpJobs();
    try (FragmentsJobs jobs = FragmentsJobs.on(uri)) {
      jobs.prepare(count);
      run(jobs, count);
      int before = count;
      double first = 0;
      for (int history : load.histories()) {
        jobs.addHistory(Math.max(0, history - before));
        double[] rates = new double[load.scalingRuns()];
        for (int run = 0; run < rates.length; run++) {
          rates[run] = run(jobs, count);
        }
        before = Math.max(before, history) + count * rates.length;
        double rate = BenchResult.median(rates);
        first = first == 0 ? rate : first;
        add("jobs done before: " + history, rate, first);
      }
    }
  }

  private static double run(FragmentsJobs jobs, int count) throws Exception {
    jobs.submit(0, count);
    JobProbe probe = new JobProbe(count, Duration.ZERO);
    jobs.start(QueueLoad.WORKERS, probe);
    probe.await(TIMEOUT);
    jobs.stop();
    return probe.jobsASecond();
  }

  private void add(String what, double rate, double first) {
    result.add(what + ", no-op jobs a second", rate, "1/s", ">= %.0f".formatted(0.8 * first));
  }
}
