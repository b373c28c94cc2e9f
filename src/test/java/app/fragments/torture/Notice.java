package app.fragments.torture;

import app.fragments.job.JobId;
import app.fragments.job.Lease;
import java.util.Optional;

/// A line on a child's standard output: an event in the child, printed after it has happened.
///
/// @param what the detail: a kill point, a method or a result
/// @param fencingToken the run's, or 0 if there is no run
record Notice(Kind kind, String what, JobId job, long fencingToken) {

  enum Kind {
    /// The store is open.
    READY,
    /// A job was submitted, and the store has acknowledged it.
    SUBMITTED,
    /// A run begins.
    CLAIMED,
    /// The process is held at a [KillPoint] until it is killed or resumed.
    HELD,
    /// The store accepted a fenced write.
    TAKEN,
    /// The store refused a fenced write.
    REFUSED,
    /// The run has ended in this process.
    ENDED
  }

  private static final JobId NO_JOB = new JobId("none");

  static Notice ready() {
    return new Notice(Kind.READY, "-", NO_JOB, 0);
  }

  static Notice submitted(JobId job) {
    return new Notice(Kind.SUBMITTED, "-", job, 0);
  }

  static Notice of(Kind kind, String what, Lease lease) {
    return new Notice(kind, what, lease.jobId(), lease.fencingToken());
  }

  /// Empty for an incomplete line, which a killed process may leave.
  static Optional<Notice> parse(String line) {
    String[] words = line.split(" ");
    return words.length == 5 && words[4].equals(".")
        ? Optional.of(
            new Notice(
                Kind.valueOf(words[0]), words[1], new JobId(words[2]), Long.parseLong(words[3])))
        : Optional.empty();
  }

  String line() {
    return kind + " " + what + " " + job + " " + fencingToken + " .";
  }
}
