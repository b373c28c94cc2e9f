package app.fragments.ui.jobs;

/// What the user can do about a failed job with one click.
public enum FailureAction {
  /// Weave the same once more, the same way.
  RETRY("weave.retry"),
  /// Weave the same without AI, on this computer.
  WEAVE_DIGEST("weave.digestInstead"),
  OPEN_SETTINGS("weave.openSettings"),
  /// Go back to the list and tick others.
  PICK_FRAGMENTS("weave.pickFragments");

  private final String key;

  FailureAction(String key) {
    this.key = key;
  }

  /// The key of the button's text.
  public String messageKey() {
    return key;
  }
}
