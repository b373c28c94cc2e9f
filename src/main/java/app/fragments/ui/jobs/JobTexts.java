package app.fragments.ui.jobs;

import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.job.Stage;
import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The words for jobs, shared by the job strip and the jobs page.
public final class JobTexts {
  private final Messages messages;
  private final Clock clock;

  /// @param clock the user's, whose zone times are shown in
  public JobTexts(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /// "12 fragments".
  public String fragments(int count) {
    return messages.get("weave.fragments", count);
  }

  /// A rough number reads as one: the last digit of a larger one is 0.
  public static long rough(long tokens) {
    return tokens < 100 ? tokens : Math.round(tokens / 10.0) * 10;
  }

  /// "Weaving 12 fragments".
  public String weaving(int count) {
    return messages.get("weave.weaving", count);
  }

  /// "Writing · 7 of 12 · 0:12"; of a job that waits, why it does.
  public String progress(JobRow row) {
    String why = why(row.waiting());
    if (!why.isEmpty()) {
      return why;
    }
    return row.elapsed() == null
        ? stage(row)
        : messages.get("weave.joined", stage(row), time(row.elapsed()));
  }

  /// "Writing · 7 of 12", or the stage alone where there is nothing to count.
  String stage(JobRow row) {
    Stage stage = row.progress().stage();
    String name = messages.get("stage." + stage.name());
    return stage == Stage.WRITING && row.progress().done() > 0
        ? messages.get("weave.stageOf", name, row.progress().done(), row.progress().total())
        : name;
  }

  /// "Writing · 7 of 12 · in this window".
  String running(JobRow row) {
    return messages.get("weave.joined", stage(row), place(row.place()));
  }

  /// "Writing · 7 of 12 · 0:12 · in this window".
  String runningWithTime(JobRow row) {
    return messages.get("weave.joined", progress(row), place(row.place()));
  }

  /// "in this window".
  String place(RunLocation place) {
    return switch (place) {
      case RunLocation.Here() -> messages.get("jobs.place.here");
      case RunLocation.NextDoor() -> messages.get("jobs.place.nextDoor");
      case RunLocation.OnHost(String host) -> messages.get("jobs.place.onHost", host);
      case RunLocation.Elsewhere() -> messages.get("jobs.place.elsewhere");
    };
  }

  /// "0:12", "61:05", or a dash.
  String time(@Nullable Duration elapsed) {
    return elapsed == null
        ? "–"
        : String.format(Locale.ROOT, "%d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  /// "High priority", or empty for a usual one.
  Optional<String> priority(Priority priority) {
    return switch (priority) {
      case HIGH -> Optional.of(messages.get("jobs.priority.high"));
      case NORMAL -> Optional.empty();
      case LOW -> Optional.of(messages.get("jobs.priority.low"));
    };
  }

  /// Why a job waits or has failed, or an empty text where there is nothing to explain.
  String why(JobRow row) {
    return row.status() == JobStatus.FAILED && row.failure() != null
        ? messages.get("failure." + row.failure().name())
        : why(row.waiting());
  }

  private String why(WaitReason reason) {
    return switch (reason) {
      case WaitReason.None() -> "";
      case WaitReason.StoreAway() -> messages.get("jobs.waiting.away");
      case WaitReason.StoreOpening() -> messages.get("jobs.waiting.opening");
      case WaitReason.Delayed(Instant until) -> messages.get("jobs.waiting.until", moment(until));
      case WaitReason.TriedAgain(int attempts) -> messages.get("jobs.waiting.again", attempts);
      case WaitReason.NobodyAlive() -> messages.get("jobs.waiting.nobody");
      case WaitReason.Starting() -> messages.get("jobs.waiting.starting");
      case WaitReason.AllBusy(int workers, int place) ->
          messages.get("jobs.waiting.busy", workers, place);
      case WaitReason.UserLimit(int limit) -> messages.get("jobs.waiting.limit", limit);
      case WaitReason.NotTaken(int free) -> messages.get("jobs.waiting.notTaken", free);
    };
  }

  /// What to do about it, or an empty text.
  String remedy(JobRow row) {
    return switch (row.waiting()) {
      case WaitReason.None() -> "";
      case WaitReason.StoreAway() -> messages.get("jobs.remedy.away");
      case WaitReason.StoreOpening(), WaitReason.Starting() -> messages.get("jobs.remedy.opening");
      case WaitReason.Delayed _, WaitReason.TriedAgain _ -> messages.get("jobs.remedy.until");
      case WaitReason.NobodyAlive() -> messages.get("jobs.remedy.nobody");
      case WaitReason.AllBusy(_, _) -> messages.get("jobs.remedy.busy");
      case WaitReason.UserLimit(_) -> messages.get("jobs.remedy.limit");
      case WaitReason.NotTaken(_) -> messages.get("jobs.remedy.notTaken");
    };
  }

  /// The whole row, for those who listen.
  String spoken(JobRow row) {
    StringJoiner words = new StringJoiner(", ");
    words.add(row.template()).add(fragments(row.fragments()));
    if (row.period() != null) {
      words.add(row.period().label());
    }
    priority(row.job().priority()).ifPresent(words::add);
    words.add(
        row.status() == JobStatus.PROCESSING
            ? running(row)
            : messages.get("jobs.status." + row.status().name()));
    if (row.elapsed() != null) {
      words.add(time(row.elapsed()));
    }
    if (!why(row).isEmpty()) {
      words.add(why(row));
    }
    if (!remedy(row).isEmpty()) {
      words.add(remedy(row));
    }
    return words.toString();
  }

  /// "18:30", with its day where that is not today.
  private String moment(Instant moment) {
    String time = DateFormats.time(moment, clock.getZone());
    LocalDate day = LocalDate.ofInstant(moment, clock.getZone());
    LocalDate today = LocalDate.now(clock);
    return day.equals(today)
        ? time
        : messages.get("jobs.moment", DateFormats.day(day, today), time);
  }
}
