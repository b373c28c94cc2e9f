package app.fragments.ui.jobs;

import java.time.Instant;

/// Why a job is not being woven yet, as [QueueStatus] finds it out.
public sealed interface WaitReason {
  /// It does not wait, or that it does is no wonder yet.
  record None() implements WaitReason {}

  /// The store does not answer.
  record StoreAway() implements WaitReason {}

  /// The store is still being opened.
  record StoreOpening() implements WaitReason {}

  /// It is for later.
  record Delayed(Instant until) implements WaitReason {}

  /// Runs of it have failed, and it is tried again after a pause.
  record TriedAgain(int attempts) implements WaitReason {}

  /// No process has a worker.
  record NobodyAlive() implements WaitReason {}

  /// Only this window has workers, and they have not begun.
  record Starting() implements WaitReason {}

  /// Every worker there is has a job in hand.
  ///
  /// @param workers how many there are
  /// @param place which of the waiting jobs it is, from 1, or 0 where jobs of others may be first
  record AllBusy(int workers, int place) implements WaitReason {}

  /// As many of the user's jobs run as may.
  record UserLimit(int limit) implements WaitReason {}

  /// Workers are free, and none has taken it.
  record NotTaken(int free) implements WaitReason {}
}
