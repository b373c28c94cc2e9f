package app.fragments.cli;

import app.fragments.job.Completion;
import app.fragments.job.Failure;
import app.fragments.job.Job;
import app.fragments.job.Progress;
import app.fragments.report.Checks;
import app.fragments.report.Flag;
import org.jspecify.annotations.Nullable;

/// A job in words.
record JobText(Terminal terminal) {

  /// What became of it: the report on standard output, what to know about it on standard error.
  ///
  /// @param withReport whether to print the report
  void printOutcome(Job job, boolean withReport) {
    @Nullable Completion completion = job.completion();
    if (completion == null) {
      terminal.err().println(line(job));
      return;
    }
    if (withReport) {
      terminal.out().println(completion.markdown());
    }
    printChecks(completion.checks());
  }

  private void printChecks(Checks checks) {
    for (Flag flag : checks.flagged()) {
      terminal
          .err()
          .println(
              "Line %d, %s: \"%s\" is not in your fragments"
                  .formatted(flag.line(), flag.kind().wire(), flag.text()));
    }
    if (!checks.unusedEntryIds().isEmpty()) {
      terminal.err().println("Fragments not used: " + checks.unusedEntryIds().size());
    }
  }

  /// The job on one line.
  static String line(Job job) {
    return "Job %s  %s  %s".formatted(job.id(), job.status().wire(), detail(job)).stripTrailing();
  }

  private static String detail(Job job) {
    @Nullable Failure failure = job.failure();
    @Nullable Completion completion = job.completion();
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
