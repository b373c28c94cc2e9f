package app.fragments.ui.weave;

/// What the weave bar shows. One state drives all its panes.
public enum WeaveState {
  /// Nothing is ticked and nothing is woven: no bar.
  HIDDEN,
  /// Something is ticked and may be woven.
  READY,
  /// The job is on its way to the store.
  SUBMITTING,
  /// The job waits or runs.
  RUNNING,
  /// The job failed: what happened, and what can be done now.
  FAILED,
  /// The user cancelled the job.
  CANCELLED,
  /// The report is there, and was not opened because the user is typing.
  DONE
}
