package app.fragments.ui.jobs;

import static app.fragments.ui.jobs.FailureAdvice.Action.OPEN_SETTINGS;
import static app.fragments.ui.jobs.FailureAdvice.Action.PICK_FRAGMENTS;
import static app.fragments.ui.jobs.FailureAdvice.Action.RETRY;
import static app.fragments.ui.jobs.FailureAdvice.Action.WEAVE_DIGEST;

import app.fragments.job.FailureKind;
import java.util.List;
import java.util.Optional;

/// What to say about a failed job, and what to offer.
///
/// @param actions what the user can do now, best first; the first is the primary button
public record FailureAdvice(FailureKind kind, List<Action> actions) {
  /// What the user can do about a failed job with one click.
  public enum Action {
    RETRY("weave.retry"),
    WEAVE_DIGEST("weave.digestInstead"),
    OPEN_SETTINGS("weave.openSettings"),
    PICK_FRAGMENTS("weave.pickFragments");

    private final String key;

    Action(String key) {
      this.key = key;
    }

    /// The message key of the button.
    public String messageKey() {
      return key;
    }
  }

  /// @param byAi whether an AI was to write the report, so that a digest is an alternative
  public static FailureAdvice of(FailureKind kind, boolean byAi) {
    List<Action> actions =
        switch (kind) {
          case AUTH -> List.of(RETRY, OPEN_SETTINGS, WEAVE_DIGEST);
          case QUOTA, NETWORK, TIMEOUT, TRUNCATED, EMPTY, MALFORMED -> List.of(RETRY, WEAVE_DIGEST);
          case BLOCKED, TOO_LARGE -> List.of(PICK_FRAGMENTS, WEAVE_DIGEST);
          case ENTRIES_MISSING -> List.of(PICK_FRAGMENTS);
          case CANCELLED, STORAGE -> List.of(RETRY);
          case WORKER_LOST, INTERNAL -> List.of(RETRY, WEAVE_DIGEST);
        };
    return new FailureAdvice(
        kind, actions.stream().filter(action -> byAi || action != WEAVE_DIGEST).toList());
  }

  /// The one action that the list of jobs offers, if any.
  Optional<Action> inList() {
    return kind == FailureKind.AUTH
        ? Optional.of(OPEN_SETTINGS)
        : actions.stream().filter(action -> action != PICK_FRAGMENTS).findFirst();
  }

  /// The message key of what happened.
  public String messageKey() {
    return "failure." + kind.name();
  }

  /// The message key of what to do now.
  public String nowKey() {
    return messageKey() + ".now";
  }
}
