package app.fragments.ui.jobs;

import app.fragments.job.FailureKind;
import java.util.List;
import java.util.Optional;

/// What to say about a failed job, and what to offer.
///
/// @param actions best first; the first is the primary button
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

    public String messageKey() {
      return key;
    }
  }

  /// @param byAi whether an AI was to write the report, so that a digest is an alternative
  public static FailureAdvice of(FailureKind kind, boolean byAi) {
    List<Action> actions =
        switch (kind) {
          case AUTH -> List.of(Action.RETRY, Action.OPEN_SETTINGS, Action.WEAVE_DIGEST);
          case QUOTA, NETWORK, TIMEOUT, TRUNCATED, EMPTY, MALFORMED, WORKER_LOST, INTERNAL ->
              List.of(Action.RETRY, Action.WEAVE_DIGEST);
          case BLOCKED, TOO_LARGE -> List.of(Action.PICK_FRAGMENTS, Action.WEAVE_DIGEST);
          case ENTRIES_MISSING -> List.of(Action.PICK_FRAGMENTS);
          case CANCELLED, STORAGE -> List.of(Action.RETRY);
        };
    return new FailureAdvice(
        kind, actions.stream().filter(action -> byAi || action != Action.WEAVE_DIGEST).toList());
  }

  /// The one action that the list of jobs offers, if any.
  Optional<Action> inList() {
    return kind == FailureKind.AUTH
        ? Optional.of(Action.OPEN_SETTINGS)
        : actions.stream().filter(action -> action != Action.PICK_FRAGMENTS).findFirst();
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
