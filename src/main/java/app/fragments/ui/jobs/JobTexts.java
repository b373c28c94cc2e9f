package app.fragments.ui.jobs;

import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.Stage;
import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
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

  /// "Writing · 7 of 12 · in this window".
  String running(JobRow row) {
    return messages.get("weave.joined", stage(row), location(row.location()));
  }

  /// "Writing · 7 of 12 · 0:12 · in this window".
  String runningWithTime(JobRow row) {
    return messages.get("weave.joined", progress(row), location(row.location()));
  }

  private String location(QueueStatus.Location location) {
    return switch (location) {
      case QueueStatus.Location.ThisWindow() -> messages.get("jobs.place.here");
      case QueueStatus.Location.ThisMachine() -> messages.get("jobs.place.nextDoor");
      case QueueStatus.Location.OtherMachine(String host) ->
          messages.get("jobs.place.onHost", host);
      case QueueStatus.Location.Unknown() -> messages.get("jobs.place.elsewhere");
    };
  }

  /// "0:12", "61:05", or a dash.
  String time(@Nullable Duration elapsed) {
    return elapsed == null
        ? "–"
        : String.format(Locale.ROOT, "%d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  /// "High priority", or empty for a normal one.
  Optional<String> priority(Priority priority) {
    return switch (priority) {
      case HIGH -> Optional.of(messages.get("jobs.priority.high"));
      case NORMAL -> Optional.empty();
      case LOW -> Optional.of(messages.get("jobs.priority.low"));
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
    for (String explanation : List.of(why(row), remedy(row))) {
      if (!explanation.isEmpty()) {
        words.add(explanation);
      }
    }
    return words.toString();
  }

  /// "2 workers in this window, 4 on build-host. Jobs go on when you close it and open it again."
  ///
  /// @param mine how many this window has
  /// @param others null if unknown
  String workers(int mine, QueueStatus.@Nullable Others others) {
    List<String> parts = new ArrayList<>();
    parts.add(messages.get("jobs.note.mine", mine));
    if (others != null) {
      Map<String, Integer> places = new LinkedHashMap<>();
      for (RegisteredWorker one : others.processes()) {
        String place =
            one.host().equals(others.host())
                ? messages.get("jobs.note.nextDoor")
                : messages.get("jobs.place.onHost", one.host());
        places.merge(place, one.workers(), Integer::sum);
      }
      places.forEach((place, workers) -> parts.add(workers + " " + place));
    }
    return messages.get(mine == 0 ? "jobs.note.without" : "jobs.note", String.join(", ", parts));
  }

  /// A line for each of the other processes: what it is, where, and how busy.
  String workerDetails(QueueStatus.Others others) {
    return others.processes().stream().map(this::workerDetail).collect(Collectors.joining("\n"));
  }

  private String workerDetail(RegisteredWorker one) {
    return messages.get(
        "jobs.worker",
        messages.get("jobs.worker." + one.kind().name()),
        one.host(),
        one.pid(),
        one.busy(),
        one.workers(),
        DateFormats.time(one.startedAt(), clock.getZone()));
  }
}
