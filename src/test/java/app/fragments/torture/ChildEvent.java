package app.fragments.torture;

import app.fragments.job.JobId;
import app.fragments.job.Lease;
import java.util.Optional;

/// An event on a child's standard output, one per line, reported after it happened.
///
/// @param detail a kill point, a method or a result
/// @param fencingToken the run's, or 0 if there is none
record ChildEvent(Kind kind, String detail, JobId job, long fencingToken) {

  enum Kind {
    /// The store is open.
    READY,
    /// A job was submitted and acknowledged by the store.
    SUBMITTED,
    /// A run has started.
    CLAIMED,
    /// The process is held at a [KillPoint] until it is killed or told to continue.
    HELD,
    /// The store accepted a fenced write.
    ACCEPTED,
    /// The store refused a fenced write.
    REFUSED,
    /// The run has ended in this process.
    ENDED
  }

  private static final JobId NO_JOB = new JobId("none");

  static ChildEvent ready() {
    return new ChildEvent(Kind.READY, "-", NO_JOB, 0);
  }

  static ChildEvent submitted(JobId job) {
    return new ChildEvent(Kind.SUBMITTED, "-", job, 0);
  }

  static ChildEvent of(Kind kind, String detail, Lease lease) {
    return new ChildEvent(kind, detail, lease.jobId(), lease.fencingToken());
  }

  /// Parses a line. Empty if it is incomplete: a killed process may leave half a line.
  static Optional<ChildEvent> parse(String line) {
    String[] words = line.split(" ");
    return words.length == 5 && words[4].equals(".")
        ? Optional.of(
            new ChildEvent(
                Kind.valueOf(words[0]), words[1], new JobId(words[2]), Long.parseLong(words[3])))
        : Optional.empty();
  }

  String line() {
    return kind + " " + detail + " " + job + " " + fencingToken + " .";
  }
}
