package app.fragments.ui.jobs;

import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.Stage;
import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import app.fragments.ui.jobs.QueueStatus.Location;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The texts of the weave bar and the jobs page.
public final class JobTexts {
  private final Messages messages;
  private final Clock clock;

  /// @param clock the user's, for the time zone
  public JobTexts(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /// "12 fragments".
  public String fragments(int count) {
    return messages.get("weave.fragments", count);
  }

  /// "Feb 2 – 7", with the year unless it is the current one, or a dash if the period is unknown.
  String period(JobRow row) {
    return row.period() == null ? "–" : row.period().shortLabel(LocalDate.now(clock));
  }

  /// Rounds an estimate to tens, so that it reads as one.
  public static long rough(long tokens) {
    return tokens < 100 ? tokens : Math.round(tokens / 10.0) * 10;
  }

  /// "Weaving 12 fragments".
  public String weaving(int count) {
    return messages.get("weave.weaving", count);
  }

  /// "Writing · 7 of 12 · 0:12", or why the job waits.
  public String progress(JobRow row) {
    String why = row.waiting().text(messages, clock);
    if (!why.isEmpty()) {
      return why;
    }
    return row.elapsed() == null
        ? stage(row)
        : messages.get("weave.joined", stage(row), time(row.elapsed()));
  }

  /// "Writing · 7 of 12", or "Thinking".
  String stage(JobRow row) {
    Stage stage = row.progress().stage();
    String name = messages.get("stage." + stage.name());
    return stage == Stage.WRITING && row.progress().done() > 0
        ? messages.get("weave.stageOf", name, row.progress().done(), row.progress().total())
        : name;
  }

  /// "Writing · 7 of 12 · in this window", with the time before the place if asked for.
  String running(JobRow row, boolean withTime) {
    String place =
        switch (row.location()) {
          case Location.ThisWindow() -> messages.get("jobs.place.here");
          case Location.ThisMachine() -> messages.get("jobs.place.nextDoor");
          case Location.OtherMachine(String host) -> messages.get("jobs.place.onHost", host);
          case Location.Unknown() -> messages.get("jobs.place.elsewhere");
        };
    return messages.get("weave.joined", withTime ? progress(row) : stage(row), place);
  }

  /// "Today 14:20": when the job was submitted.
  String submitted(JobRow row) {
    return DateFormats.moment(row.job().createdAt(), ZonedDateTime.now(clock));
  }

  /// "0:12", "61:05", or a dash.
  String time(@Nullable Duration elapsed) {
    return elapsed == null
        ? "–"
        : String.format(Locale.ROOT, "%d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  /// "High priority", or an empty text for a normal one.
  String priority(Priority priority) {
    return switch (priority) {
      case HIGH -> messages.get("jobs.priority.high");
      case NORMAL -> "";
      case LOW -> messages.get("jobs.priority.low");
    };
  }

  /// Why a job waits or has failed, or an empty text.
  String why(JobRow row) {
    return row.status() == JobStatus.FAILED && row.failure() != null
        ? messages.get("failure." + row.failure().name())
        : row.waiting().text(messages, clock);
  }

  /// What to do about it, or an empty text.
  String remedy(JobRow row) {
    return row.waiting().remedy(messages);
  }

  /// The whole row, for screen readers.
  String spoken(JobRow row) {
    return Stream.of(
            row.template(),
            fragments(row.fragments()),
            row.period() == null ? "" : row.period().label(),
            priority(row.job().priority()),
            row.status() == JobStatus.PROCESSING
                ? running(row, false)
                : messages.get("jobs.status." + row.status().name()),
            submitted(row),
            row.elapsed() == null ? "" : time(row.elapsed()),
            why(row),
            remedy(row))
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.joining(", "));
  }

  /// "2 workers in this window, 4 on build-host. Jobs continue after you close …"
  String workers(int mine, QueueStatus.@Nullable Others others) {
    Map<String, Integer> places = new LinkedHashMap<>();
    if (others != null) {
      for (RegisteredWorker one : others.processes()) {
        String place =
            one.host().equals(others.host())
                ? messages.get("jobs.note.nextDoor")
                : messages.get("jobs.place.onHost", one.host());
        places.merge(place, one.workers(), Integer::sum);
      }
    }
    StringBuilder counts = new StringBuilder(messages.get("jobs.note.mine", mine));
    places.forEach((place, workers) -> counts.append(", " + workers + " " + place));
    return messages.get(mine == 0 ? "jobs.note.without" : "jobs.note", counts.toString());
  }

  /// A line for each of the other processes: what it is, where, and how busy.
  String workerDetails(QueueStatus.Others others) {
    return others.processes().stream()
        .map(
            one ->
                messages.get(
                    "jobs.worker",
                    messages.get("jobs.worker." + one.kind().name()),
                    one.host(),
                    one.pid(),
                    one.busy(),
                    one.workers(),
                    DateFormats.time(one.startedAt(), clock.getZone())))
        .collect(Collectors.joining("\n"));
  }
}
