package app.fragments.ui.weave;

import app.fragments.job.Stage;
import app.fragments.ui.common.Messages;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The words for jobs, shared by the job strip and the jobs page.
final class JobTexts {
  /// A job that waits longer than this is owed an explanation.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Messages messages;

  JobTexts(Messages messages) {
    this.messages = messages;
  }

  /// "12 fragments".
  String fragments(int count) {
    return messages.get("weave.fragments", count);
  }

  /// A rough number reads as one: the last digit of a larger one is 0.
  static long rough(long tokens) {
    return tokens < 100 ? tokens : Math.round(tokens / 10.0) * 10;
  }

  /// "Weaving 12 fragments".
  String weaving(int count) {
    return messages.get("weave.weaving", count);
  }

  /// "Writing · 7 of 12 · 0:12".
  String progress(JobRow row) {
    return row.elapsed() == null
        ? stage(row)
        : messages.get("weave.progress", stage(row), time(row.elapsed()));
  }

  /// "Writing · 7 of 12", or the stage alone where there is nothing to count.
  String stage(JobRow row) {
    Stage stage = row.progress().stage();
    String name = messages.get("stage." + stage.name());
    return stage == Stage.WRITING && row.progress().done() > 0
        ? messages.get("weave.stageOf", name, row.progress().done(), row.progress().total())
        : name;
  }

  /// "0:12", "61:05", or a dash.
  String time(@Nullable Duration elapsed) {
    return elapsed == null
        ? "–"
        : String.format(Locale.ROOT, "%d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  /// Why a job that nobody takes is waiting, or an empty text while that is no wonder.
  ///
  /// @param workers how many this window has
  /// @param busy how many of them are at work
  String whyWaiting(JobRow row, int workers, int busy) {
    if (row.attempts() > 0) {
      return messages.get("jobs.waiting.again", row.attempts());
    }
    if (row.untaken().compareTo(PATIENCE) < 0) {
      return "";
    }
    return workers > 0 && busy >= workers
        ? messages.get("jobs.waiting.busy", workers)
        : messages.get("jobs.waiting.nobody");
  }
}
