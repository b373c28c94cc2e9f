package app.fragments.ui.jobs;

import app.fragments.job.JobStatus;
import app.fragments.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The status of a job: its progress, where it runs, why it waits or has failed.
final class JobStatusCell extends TableCell<JobRow, JobRow> {
  private final Messages messages;
  private final JobTexts texts;
  private final Supplier<JobsController.Layout> layout;
  private final ProgressBar bar = new ProgressBar();
  private final Label pill = new Label();
  private final Label words = new Label();
  private final JobCells.ActionButton button;
  private final HBox line = new HBox();
  private final VBox stack = new VBox();
  private final Tooltip tip = new Tooltip();

  JobStatusCell(
      JobActions actions,
      Messages messages,
      JobTexts texts,
      Supplier<JobsController.Layout> layout) {
    this.messages = messages;
    this.texts = texts;
    this.layout = layout;
    button = new JobCells.ActionButton(actions, messages);
    bar.getStyleClass().add("job-bar");
    bar.setAccessibleText(messages.get("weave.progressName"));
    pill.getStyleClass().add("pill");
    pill.setMinWidth(USE_PREF_SIZE);
    pill.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    line.getStyleClass().add("job-line");
    stack.getStyleClass().add("job-stack");
  }

  @Override
  protected void updateItem(@Nullable JobRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    setGraphic(isEmpty || row == null ? null : show(row));
  }

  private Node show(JobRow row) {
    boolean runs = row.status() == JobStatus.PROCESSING;
    boolean stacked = row.isLive() || !layout.get().hasDetails();
    if (runs) {
      bar.setProgress(row.fraction());
    } else {
      showPill(row.status());
    }
    String said = runs ? running(row) : words(row);
    words.setText(said);
    setAccessibleText(texts.spoken(row));
    tip.setText(said);
    setTooltip(said.isEmpty() ? null : tip);
    words.getStyleClass().remove("caption");
    if (stacked) {
      words.getStyleClass().add("caption");
    }
    List<Node> parts = said.isEmpty() ? List.of(pill) : List.of(runs ? bar : pill, words);
    if (!stacked) {
      fill(line.getChildren(), parts);
      return line;
    }
    boolean withButton = !layout.get().hasActions() && button.show(row);
    if (withButton) {
      parts = new ArrayList<>(parts);
      parts.add(button);
    }
    fill(stack.getChildren(), parts);
    return stack;
  }

  private void showPill(JobStatus status) {
    pill.setText(messages.get("jobs.status." + status.name()));
    pill.getStyleClass().removeAll(List.of("ok", "failed"));
    switch (status) {
      case COMPLETED -> pill.getStyleClass().add("ok");
      case FAILED -> pill.getStyleClass().add("failed");
      case PENDING, PROCESSING, CANCELLED -> {}
    }
  }

  private String running(JobRow row) {
    return layout.get().hasDetails() ? texts.running(row) : texts.runningWithTime(row);
  }

  private String words(JobRow row) {
    return row.status() == JobStatus.COMPLETED && !layout.get().hasDetails()
        ? texts.time(row.elapsed())
        : (texts.why(row) + " " + texts.remedy(row)).strip();
  }

  /// Leaves equal children alone, so that the focus stays where it is.
  private static void fill(List<Node> shown, List<Node> wanted) {
    if (!shown.equals(wanted)) {
      shown.clear();
      shown.addAll(wanted);
    }
  }
}
