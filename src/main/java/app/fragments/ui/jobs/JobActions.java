package app.fragments.ui.jobs;

import app.fragments.job.Failure;
import app.fragments.job.JobStatus;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Navigator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/// What the user can do about a row of the jobs table. On the FX thread.
final class JobActions {
  private final JobCommands commands;
  private final Messages messages;
  private final Navigator navigator;

  JobActions(JobCommands commands, Messages messages, Navigator navigator) {
    this.commands = commands;
    this.messages = messages;
    this.navigator = navigator;
  }

  /// @param key the message key of its name
  record Action(String key, Runnable run) {}

  /// The one action that the row's button offers, if any.
  Optional<Action> main(JobRow row) {
    return switch (row.status()) {
      case PENDING, PROCESSING -> cancel(row);
      case COMPLETED ->
          Optional.of(new Action("weave.openReport", () -> commands.openReport(row.id())));
      case CANCELLED -> again(row);
      case FAILED ->
          Optional.ofNullable(row.failure())
              .flatMap(kind -> FailureAdvice.of(kind, row.byAi()).inList())
              .map(offered -> act(offered.messageKey(), row, offered));
    };
  }

  /// Cancels a live job.
  Optional<Action> cancel(JobRow row) {
    return row.isLive()
        ? Optional.of(new Action("weave.cancel", () -> commands.cancel(row.id())))
        : Optional.empty();
  }

  /// Weaves the same again after a job ended without a report.
  Optional<Action> again(JobRow row) {
    return switch (row.status()) {
      case FAILED -> Optional.of(act("weave.retry", row, FailureAdvice.Action.RETRY));
      case CANCELLED -> Optional.of(act("weave.again", row, FailureAdvice.Action.RETRY));
      case PENDING, PROCESSING, COMPLETED -> Optional.empty();
    };
  }

  /// Copies the failure and the job's id, for a support request.
  Optional<Action> copyError(JobRow row) {
    @Nullable Failure failure = row.job().failure();
    return row.status() == JobStatus.FAILED && failure != null
        ? Optional.of(
            new Action(
                "jobs.copyError",
                () ->
                    copy(
                        messages.get(
                            "jobs.error",
                            failure.kind().name().toLowerCase(Locale.ROOT),
                            failure.message(),
                            row.id().value()))))
        : Optional.empty();
  }

  Action copyId(JobRow row) {
    return new Action("jobs.copyId", () -> copy(row.id().value()));
  }

  private Action act(String key, JobRow row, FailureAdvice.Action action) {
    return new Action(key, () -> commands.act(row.id(), action));
  }

  private void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    navigator.toast(messages.get("jobs.copied"));
  }
}
