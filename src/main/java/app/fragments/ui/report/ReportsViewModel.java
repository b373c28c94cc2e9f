package app.fragments.ui.report;

import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The list of reports, newest first, and which of them are new since the window was opened. On the
/// FX thread.
public final class ReportsViewModel {
  private static final int LIMIT = 500;

  private final UiContext context;
  private final CoalescingTask<List<ReportHeader>> refresher;
  private Consumer<ReportId> onDeleted = id -> {};
  private final ObservableList<ReportHeader> reports = FXCollections.observableArrayList();
  private final ObservableList<ReportHeader> readOnlyReports =
      FXCollections.unmodifiableObservableList(reports);
  private final ObservableSet<ReportId> unread = FXCollections.observableSet();
  private final Set<ReportId> seen = new HashSet<>();
  private boolean loadedOnce;

  ReportsViewModel(UiContext context) {
    this.context = context;
    refresher =
        new CoalescingTask<>(
            context.background(),
            () -> () -> context.services().reports().list(context.services().userId(), LIMIT),
            this::accept,
            this::failed);
  }

  public ObservableList<ReportHeader> reports() {
    return readOnlyReports;
  }

  /// Reports that are new since the window was opened and were not opened yet.
  public ObservableSet<ReportId> unread() {
    return FXCollections.unmodifiableObservableSet(unread);
  }

  /// Reads the list again; cheap to call often.
  public void refresh() {
    refresher.refresh();
  }

  /// Called when the user has deleted a report.
  void onDeleted(Consumer<ReportId> action) {
    onDeleted = action;
  }

  void markRead(ReportId id) {
    seen.add(id);
    unread.remove(id);
  }

  /// Deletes a report at once and offers to undo it.
  public void delete(ReportId id) {
    context.run(
        () -> context.services().reports().delete(context.services().userId(), id),
        deleted -> {
          reports.removeIf(header -> header.id().equals(id));
          onDeleted.accept(id);
          refresh();
          if (deleted) {
            context.navigator().toast(context.messages().get("report.deleted"), () -> restore(id));
          }
        },
        this::notChanged);
  }

  private void restore(ReportId id) {
    context.run(
        () -> context.services().reports().restore(context.services().userId(), id),
        restored -> {
          refresh();
          context.navigator().showReport(id);
        },
        this::notChanged);
  }

  private void accept(List<ReportHeader> read) {
    context.health().answered();
    for (ReportHeader header : read) {
      if (seen.add(header.id()) && loadedOnce) {
        unread.add(header.id());
      }
    }
    loadedOnce = true;
    if (!reports.equals(read)) {
      reports.setAll(read);
    }
  }

  private void failed(Exception failure) {
    context.failed(failure, "Cannot read the list of reports, keeping the old one");
  }

  private void notChanged(Exception failure) {
    failed(failure);
    context.toast("report.notChanged");
  }
}
