package app.fragments.worker;

/// A step of a [RandomHistory].
sealed interface HistoryStep {
  /// How the generator of a run behaves.
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
  /// @param diesAfter how many store calls it survives
  /// @param clockOff how many seconds its clock is ahead of the store's
  record Fate(int diesAfter, int clockOff) {
    static final Fate GOOD = new Fate(Integer.MAX_VALUE, 0);
  }

  /// @param entry which entry to weave; they belong to two users
  /// @param urgency the index of the priority
  /// @param delay in seconds
  record Submit(int entry, int urgency, int delay, Fate fate) implements HistoryStep {}

  record Cancel(int job, Fate fate) implements HistoryStep {}

  /// Retries a failed or cancelled job.
  record Retry(int job, Fate fate) implements HistoryStep {}

  /// A worker runs a job.
  ///
  /// @param pausesAt the call before which the process is suspended while other steps happen
  /// @param pausedFor how many steps
  /// @param losesAnswerOf the call that takes effect but whose reply is lost
  record Run(int pausesAt, int pausedFor, int losesAnswerOf, Answer answer, Fate fate)
      implements HistoryStep {}

  /// A heartbeat of an earlier lease, held or lost.
  record Beat(int lease) implements HistoryStep {}

  record Sweep(Fate fate) implements HistoryStep {}

  record Wait(int seconds) implements HistoryStep {}
}
