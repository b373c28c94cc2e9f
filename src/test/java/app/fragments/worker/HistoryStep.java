package app.fragments.worker;

/// A step of a [RandomHistory].
sealed interface HistoryStep {
  /// How the generator behaves in a run.
  enum Answer {
    GOOD,
    FAILS,
    /// The worker is stopped during the call.
    STOPPED,
    /// The worker is drained during the call.
    DRAINED
  }

  /// The faults of a process.
  ///
  /// @param diesAfter the number of store calls it survives
  /// @param clockOff how many seconds its clock is ahead of the store's
  record ProcessFaults(int diesAfter, int clockOff) {
    static final ProcessFaults NONE = new ProcessFaults(Integer.MAX_VALUE, 0);
  }

  /// @param entry the entry to weave; the entries belong to two users
  /// @param priority the index of the priority
  /// @param delay in seconds
  record Submit(int entry, int priority, int delay, ProcessFaults faults) implements HistoryStep {}

  record Cancel(int job, ProcessFaults faults) implements HistoryStep {}

  /// Retries a failed or cancelled job.
  record Retry(int job, ProcessFaults faults) implements HistoryStep {}

  /// A worker runs a job.
  ///
  /// @param pausesAt the call before which the process is suspended while other steps happen
  /// @param pausedFor for how many steps
  /// @param losesReplyOf the call that takes effect but whose reply is lost
  record Run(int pausesAt, int pausedFor, int losesReplyOf, Answer answer, ProcessFaults faults)
      implements HistoryStep {}

  /// A heartbeat for an earlier lease, which may be lost.
  record Heartbeat(int lease) implements HistoryStep {}

  record Reconcile(ProcessFaults faults) implements HistoryStep {}

  record Wait(int seconds) implements HistoryStep {}
}
