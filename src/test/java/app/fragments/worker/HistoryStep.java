package app.fragments.worker;

/// One thing that happens in a [RandomHistory].
sealed interface HistoryStep {
  /// How the generator of a run behaves.
  enum Answer {
    GOOD,
    FAILS,
    /// The worker is told to end while the generator is at work.
    STOPPED,
    /// The worker is told to end with this job.
    DRAINED
  }

  /// What befalls a process.
  ///
  /// @param diesAfter this many calls to the stores, or never
  /// @param clockOff how many seconds later its clock reads than the store's
  record Fate(int diesAfter, int clockOff) {
    static final Fate GOOD = new Fate(Integer.MAX_VALUE, 0);
  }

  /// @param entry which one to weave; each is of one of two users
  /// @param urgency the place among the priorities
  /// @param delay in seconds
  record Submit(int entry, int urgency, int delay, Fate fate) implements HistoryStep {}

  record Cancel(int job, Fate fate) implements HistoryStep {}

  /// Weaves a job that failed or was cancelled once more.
  record Retry(int job, Fate fate) implements HistoryStep {}

  /// A worker runs a job.
  ///
  /// @param pausesAt this call, before which other deeds happen: the process stands still
  /// @param pausedFor how many deeds of the history
  /// @param losesAnswerOf this call, which was done all the same
  record Run(int pausesAt, int pausedFor, int losesAnswerOf, Answer answer, Fate fate)
      implements HistoryStep {}

  /// A heartbeat of a lease there was, held or lost.
  record Beat(int lease) implements HistoryStep {}

  record Sweep(Fate fate) implements HistoryStep {}

  record Wait(int seconds) implements HistoryStep {}
}
