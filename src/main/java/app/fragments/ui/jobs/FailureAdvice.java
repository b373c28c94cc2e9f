package app.fragments.ui.jobs;

import static app.fragments.ui.jobs.FailureAction.OPEN_SETTINGS;
import static app.fragments.ui.jobs.FailureAction.PICK_FRAGMENTS;
import static app.fragments.ui.jobs.FailureAction.RETRY;
import static app.fragments.ui.jobs.FailureAction.WEAVE_DIGEST;

import app.fragments.job.FailureKind;
import java.util.List;
import java.util.Optional;

/// What to say of a failed job, and what to offer (section 5 of the plan).
///
/// @param kind why it failed
/// @param actions what can be done now, the best first: that one is the primary button
public record FailureAdvice(FailureKind kind, List<FailureAction> actions) {

  public FailureAdvice {
    actions = List.copyOf(actions);
  }

  /// @param byAi whether the job was an AI's, so that the digest is another way out
  public static FailureAdvice of(FailureKind kind, boolean byAi) {
    List<FailureAction> actions =
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

  /// The one thing that a list of jobs offers, or empty where there is nothing to be done there.
  public Optional<FailureAction> inList() {
    return kind == FailureKind.AUTH
        ? Optional.of(OPEN_SETTINGS)
        : actions.stream().filter(action -> action != PICK_FRAGMENTS).findFirst();
  }

  /// The key of the sentence that says what happened.
  public String messageKey() {
    return "failure." + kind.name();
  }

  /// The key of the sentence that says what can be done now.
  public String nowKey() {
    return messageKey() + ".now";
  }
}
