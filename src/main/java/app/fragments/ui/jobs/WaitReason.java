package app.fragments.ui.jobs;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/// Why a job is waiting, as determined by [QueueStatus].
public sealed interface WaitReason {
  /// It is not waiting, or not long enough to need an explanation.
  record None() implements WaitReason {}

  record StoreUnreachable() implements WaitReason {}

  record StoreOpening() implements WaitReason {}

  record Delayed(Instant until) implements WaitReason {}

  /// It failed and is retried after a pause.
  record Retrying(int attempts) implements WaitReason {}

  /// No process has a worker.
  record NoWorkers() implements WaitReason {}

  /// Only this window has workers, and they are not ready yet.
  record Starting() implements WaitReason {}

  /// @param place the job's place in the queue, from 1, or 0 if unknown
  record AllBusy(int workers, int place) implements WaitReason {}

  /// The user already runs as many jobs as allowed.
  record UserLimit(int limit) implements WaitReason {}

  /// Workers are free, but none has taken it.
  record NotTaken(int free) implements WaitReason {}

  /// The reason in a sentence, or an empty text for [None].
  default String text(Messages messages, Clock clock) {
    return switch (this) {
      case None() -> "";
      case StoreUnreachable() -> messages.get("jobs.waiting.away");
      case StoreOpening() -> messages.get("jobs.waiting.opening");
      case Delayed(Instant until) ->
          messages.get("jobs.waiting.until", time(until, messages, clock));
      case Retrying(int attempts) -> messages.get("jobs.waiting.again", attempts);
      case NoWorkers() -> messages.get("jobs.waiting.nobody");
      case Starting() -> messages.get("jobs.waiting.starting");
      case AllBusy(int workers, int place) -> messages.get("jobs.waiting.busy", workers, place);
      case UserLimit(int limit) -> messages.get("jobs.waiting.limit", limit);
      case NotTaken(int free) -> messages.get("jobs.waiting.notTaken", free);
    };
  }

  /// What the user can do about it, or an empty text.
  default String remedy(Messages messages) {
    return switch (this) {
      case None() -> "";
      case StoreUnreachable() -> messages.get("jobs.remedy.away");
      case StoreOpening(), Starting() -> messages.get("jobs.remedy.opening");
      case Delayed _, Retrying _ -> messages.get("jobs.remedy.until");
      case NoWorkers() -> messages.get("jobs.remedy.nobody");
      case AllBusy _ -> messages.get("jobs.remedy.busy");
      case UserLimit _ -> messages.get("jobs.remedy.limit");
      case NotTaken _ -> messages.get("jobs.remedy.notTaken");
    };
  }

  /// "18:30", with the day unless it is today.
  private static String time(Instant moment, Messages messages, Clock clock) {
    String time = DateFormats.time(moment, clock.getZone());
    LocalDate day = LocalDate.ofInstant(moment, clock.getZone());
    LocalDate today = LocalDate.now(clock);
    return day.equals(today)
        ? time
        : messages.get("jobs.moment", DateFormats.day(day, today), time);
  }
}
