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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The list of kept reports, newest first, and which of them are new since the window was opened.
/// On the FX thread.
public final class ReportsViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(ReportsViewModel.class);

  /// As many as a list is ever scrolled through; older ones are found by their fragments' days.
  private static final int LIMIT = 500;

  private final UiContext context;
  private final CoalescingTask<List<ReportHeader>> refresher;
  private final Consumer<ReportId> onDeleted;
  private final ObservableList<ReportHeader> reports = FXCollections.observableArrayList();
  private final ObservableSet<ReportId> unread = FXCollections.observableSet();
  private final Set<ReportId> seen = new HashSet<>();
  private boolean loadedOnce;

  /// @param onDeleted hears of a report that was deleted here
  ReportsViewModel(UiContext context, Consumer<ReportId> onDeleted) {
    this.context = context;
    this.onDeleted = onDeleted;
    refresher =
        new CoalescingTask<>(
            context.background(),
            () -> () -> context.services().reports().list(context.services().userId(), LIMIT),
            this::accept,
            this::failed);
  }

  public ObservableList<ReportHeader> reports() {
    return FXCollections.unmodifiableObservableList(reports);
  }

  /// Reports that came since the window was opened and were not opened yet.
  public ObservableSet<ReportId> unread() {
    return FXCollections.unmodifiableObservableSet(unread);
  }

  /// Reads the list anew. May be called at every poll: it never runs twice at once.
  public void refresh() {
    refresher.refresh();
  }

  /// The user has opened it.
  public void markRead(ReportId id) {
    seen.add(id);
    unread.remove(id);
  }

  /// Deletes a report at once, and offers to undo it.
  public void delete(ReportId id) {
    context
        .background()
        .run(
            () -> context.services().reports().delete(context.services().userId(), id),
            deleted -> {
              reports.removeIf(header -> header.id().equals(id));
              onDeleted.accept(id);
              refresh();
              if (deleted) {
                context
                    .navigator()
                    .toast(context.messages().get("report.deleted"), () -> restore(id));
              }
            },
            this::failedAloud);
  }

  private void restore(ReportId id) {
    context
        .background()
        .run(
            () -> context.services().reports().restore(context.services().userId(), id),
            restored -> {
              refresh();
              context.navigator().showReport(id);
            },
            this::failedAloud);
  }

  private void accept(List<ReportHeader> read) {
    context.health().answered();
    read.stream()
        .map(ReportHeader::id)
        .filter(id -> seen.add(id) && loadedOnce)
        .forEach(unread::add);
    loadedOnce = true;
    if (!reports.equals(read)) {
      reports.setAll(read);
    }
  }

  private void failed(Exception failure) {
    if (!context.health().failed(failure)) {
      LOG.warn("The list of reports cannot be read; it stays as it was", failure);
    }
  }

  private void failedAloud(Exception failure) {
    failed(failure);
    context.navigator().toast(context.messages().get("report.notChanged"));
  }
}
