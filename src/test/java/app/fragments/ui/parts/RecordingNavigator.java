package app.fragments.ui.parts;

import app.fragments.journal.EntryId;
import app.fragments.report.ReportId;
import app.fragments.ui.common.Navigator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Records where the modules sent the user.
public final class RecordingNavigator implements Navigator {
  public final List<String> calls = new ArrayList<>();
  public final List<String> toasts = new ArrayList<>();
  public @Nullable EntryId entry;
  public @Nullable String passage;
  public @Nullable Runnable undo;
  public Consumer<ReportId> onReport = id -> {};

  @Override
  public void showEntry(EntryId shown, @Nullable String at) {
    calls.add("entry");
    entry = shown;
    passage = at;
  }

  @Override
  public void showReport(ReportId report) {
    calls.add("report " + report);
    onReport.accept(report);
  }

  @Override
  public void showJobs() {
    calls.add("jobs");
  }

  @Override
  public void showSettings() {
    calls.add("settings");
  }

  @Override
  public void showAbout() {
    calls.add("about");
  }

  @Override
  public void selectThisWeek() {
    calls.add("week");
  }

  @Override
  public void toast(String message) {
    toasts.add(message);
  }

  @Override
  public void toast(String message, String action, Runnable onAction) {
    toasts.add(message);
    undo = onAction;
  }

  @Override
  public void confirm(String question, String text, String yes, Runnable onYes) {
    calls.add("confirm " + question);
  }

  @Override
  public void browse(String address) {
    calls.add("browse " + address);
  }
}
