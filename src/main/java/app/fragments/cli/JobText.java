package app.fragments.cli;

import app.fragments.job.Failure;
import app.fragments.job.Job;
import app.fragments.job.JobResult;
import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.job.Progress;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Prints jobs as text.
final class JobText {
  private JobText() {}

  /// Prints the report to standard output, and what the checks flagged to standard error.
  static void printOutcome(Job job, boolean withReport, Terminal terminal) {
    @Nullable JobResult result = job.result();
    if (result == null) {
      terminal.say(line(job));
      return;
    }
    if (withReport) {
      terminal.println(result.markdown());
    }
    CheckResult checks = result.checks();
    checks.flagged().forEach(flag -> terminal.say("Line " + flag.line() + ": " + describe(flag)));
    if (!checks.unusedEntryIds().isEmpty()) {
      terminal.say("Fragments not used: " + checks.unusedEntryIds().size());
    }
  }

  static String describe(Flag flag) {
    String problem =
        switch (flag.kind()) {
          case NUMBER, DATE, NAME -> "\"%s\" is not in your fragments".formatted(flag.text());
          case LINK -> "the link \"%s\" is not in your fragments".formatted(flag.text());
          case CITATION -> "\"%s\" is not a selected fragment".formatted(flag.text());
          case UNCITED -> "no citation for \"%s\"".formatted(flag.text());
        };
    return flag.says() == null
        ? problem
        : "%s; F%d says: %s".formatted(problem, flag.cited(), flag.says());
  }

  static String line(Job job) {
    return Stream.of("Job " + job.id(), job.status().wire(), detail(job), remarks(job))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("  "));
  }

  /// Whatever differs from an ordinary job.
  private static String remarks(Job job) {
    List<String> remarks = new ArrayList<>();
    if (job.priority() != Priority.NORMAL) {
      remarks.add(job.priority().wire() + " priority");
    }
    if (job.status() == JobStatus.PENDING && job.notBefore() != null) {
      remarks.add("not before " + job.notBefore());
    }
    if (job.status() == JobStatus.PROCESSING && job.worker() != null) {
      remarks.add("by " + job.worker());
    }
    if (job.attempts() > 0 && !job.status().isTerminal()) {
      remarks.add("failed attempts: " + job.attempts() + " of " + job.maxAttempts());
    }
    if (job.recoveries() > 0) {
      remarks.add("recoveries: " + job.recoveries());
    }
    return String.join(", ", remarks);
  }

  private static String detail(Job job) {
    @Nullable Failure failure = job.failure();
    @Nullable JobResult result = job.result();
    if (failure != null) {
      return failure.kind() + ": " + failure.message();
    }
    if (result != null) {
      return result.period().label() + ", " + result.model();
    }
    return job.status().isTerminal() ? "" : progress(job.progress());
  }

  static String progress(Progress progress) {
    return progress.stage().wire() + ", " + progress.done() + " of " + progress.total();
  }
}
