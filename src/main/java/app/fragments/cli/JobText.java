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

/// A job in words.
record JobText(Terminal terminal) {

  /// What became of it: the report on standard output, what to know about it on standard error.
  ///
  /// @param withReport whether to print the report
  void printOutcome(Job job, boolean withReport) {
    @Nullable JobResult completion = job.completion();
    if (completion == null) {
      terminal.err().println(line(job));
      return;
    }
    if (withReport) {
      terminal.out().println(completion.markdown());
    }
    printChecks(completion.checks());
  }

  private void printChecks(CheckResult checks) {
    for (Flag flag : checks.flagged()) {
      terminal.err().println("Line " + flag.line() + ": " + sentence(flag));
    }
    if (!checks.unusedEntryIds().isEmpty()) {
      terminal.err().println("Fragments not used: " + checks.unusedEntryIds().size());
    }
  }

  static String sentence(Flag flag) {
    String sentence =
        switch (flag.kind()) {
          case NUMBER, DATE, NAME -> "\"%s\" is not in your fragments".formatted(flag.text());
          case LINK -> "the link \"%s\" is not in your fragments".formatted(flag.text());
          case CITATION -> "\"%s\" is none of the selected fragments".formatted(flag.text());
          case UNCITED -> "no fragment is cited for \"%s\"".formatted(flag.text());
        };
    return flag.says() == null
        ? sentence
        : "%s; F%d says: %s".formatted(sentence, flag.cited(), flag.says());
  }

  /// The job on one line.
  static String line(Job job) {
    return Stream.of("Job " + job.id(), job.status().wire(), detail(job), circumstances(job))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("  "));
  }

  /// What is out of the ordinary about its running.
  private static String circumstances(Job job) {
    List<String> notable = new ArrayList<>();
    if (job.priority() != Priority.NORMAL) {
      notable.add(job.priority().wire() + " priority");
    }
    if (job.status() == JobStatus.PENDING && job.notBefore() != null) {
      notable.add("not before " + job.notBefore());
    }
    if (job.status() == JobStatus.PROCESSING && job.worker() != null) {
      notable.add("by " + job.worker());
    }
    if (job.attempts() > 0 && !job.status().isTerminal()) {
      notable.add("failed runs: " + job.attempts() + " of " + job.maxAttempts());
    }
    if (job.recoveries() > 0) {
      notable.add("rescues: " + job.recoveries());
    }
    return String.join(", ", notable);
  }

  private static String detail(Job job) {
    @Nullable Failure failure = job.failure();
    @Nullable JobResult completion = job.completion();
    if (failure != null) {
      return failure.kind() + ": " + failure.message();
    }
    if (completion != null) {
      return completion.period().label() + ", " + completion.model();
    }
    return job.status().isTerminal() ? "" : progress(job.progress());
  }

  static String progress(Progress progress) {
    return progress.stage().wire() + ", " + progress.done() + " of " + progress.total();
  }
}
