package app.fragments.worker;

/// A run ends before its work is done, with this outcome.
final class StoppedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient RunOutcome outcome;

  StoppedException(RunOutcome outcome) {
    super("Stopped: " + outcome);
    this.outcome = outcome;
  }

  RunOutcome outcome() {
    return outcome;
  }
}
