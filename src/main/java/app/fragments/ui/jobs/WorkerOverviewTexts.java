package app.fragments.ui.jobs;

import app.fragments.job.RegisteredWorker;
import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words for who works on jobs.
final class WorkerOverviewTexts {
  private final Messages messages;
  private final ZoneId zone;

  WorkerOverviewTexts(Messages messages, ZoneId zone) {
    this.messages = messages;
    this.zone = zone;
  }

  /// "2 workers in this window, 4 on build-host. Jobs go on when you close it and open it again."
  ///
  /// @param mine how many this window has
  /// @param workforce the others, or null where they are not known now
  String note(int mine, @Nullable WorkerOverview workforce) {
    List<String> parts = new ArrayList<>();
    parts.add(messages.get("jobs.note.mine", mine));
    if (workforce != null) {
      places(workforce).forEach((place, workers) -> parts.add(workers + " " + place));
    }
    return messages.get(mine == 0 ? "jobs.note.without" : "jobs.note", String.join(", ", parts));
  }

  /// A line for each of the other processes: what it is, where, and how busy.
  String details(WorkerOverview workforce) {
    return workforce.others().stream().map(this::detail).collect(Collectors.joining("\n"));
  }

  private Map<String, Integer> places(WorkerOverview workforce) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (RegisteredWorker one : workforce.others()) {
      String place =
          workforce.isHere(one)
              ? messages.get("jobs.note.nextDoor")
              : messages.get("jobs.place.onHost", one.host());
      places.merge(place, one.workers(), Integer::sum);
    }
    return places;
  }

  private String detail(RegisteredWorker one) {
    return messages.get(
        "jobs.worker",
        messages.get("jobs.worker." + one.kind().name()),
        one.host(),
        one.pid(),
        one.busy(),
        one.workers(),
        DateFormats.time(one.startedAt(), zone));
  }
}
