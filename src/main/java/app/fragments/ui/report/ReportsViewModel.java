package app.fragments.ui.report;

import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

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
  private final ObservableSet<ReportId> readOnlyUnread =
      FXCollections.unmodifiableObservableSet(unread);
  private final ObservableMap<ReportId, Integer> dismissed = FXCollections.observableHashMap();
  private final ReadOnlyObjectWrapper<@Nullable ReportId> current = new ReadOnlyObjectWrapper<>();
  private Map<ReportId, String> texts = Map.of();
  private final Set<ReportId> seen = new HashSet<>();
  private boolean loadedOnce;

  ReportsViewModel(UiContext context) {
    this.context = context;
    refresher =
        new CoalescingTask<>(
            context.background(),
            () -> () -> context.services().reports().list(context.services().userId(), LIMIT),
            this::accept,
            e -> context.failed(e, "Cannot read the list of reports, keeping the old one"));
  }

  public ObservableList<ReportHeader> reports() {
    return readOnlyReports;
  }

  /// Reports that are new since the window was opened and were not opened yet.
  public ObservableSet<ReportId> unread() {
    return readOnlyUnread;
  }

  /// The report on the Report tab, or null.
  public ReadOnlyObjectProperty<@Nullable ReportId> current() {
    return current.getReadOnlyProperty();
  }

  void setCurrent(@Nullable ReportId id) {
    current.set(id);
  }

  /// How many claims of each report were dismissed since the window was opened.
  ObservableMap<ReportId, Integer> dismissed() {
    return dismissed;
  }

  /// How many claims there are still to check.
  int claims(ReportHeader header) {
    return Math.max(0, header.claims() - dismissed.getOrDefault(header.id(), 0));
  }

  /// The reports with all these words in title or text, newest first.
  List<ReportHeader> matching(String words) {
    List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    return reports.stream()
        .filter(
            header -> {
              String text =
                  (header.title() + "\n" + texts.getOrDefault(header.id(), ""))
                      .toLowerCase(Locale.ROOT);
              return wanted.stream().allMatch(text::contains);
            })
        .toList();
  }

  /// Reads the texts for a search if some are missing. Calls back at once, and again with them.
  void readTexts(String words, Runnable onRead) {
    onRead.run();
    if (!words.isBlank() && !reports.stream().map(ReportHeader::id).allMatch(texts::containsKey)) {
      context.run(
          () -> context.services().reports().texts(context.services().userId(), LIMIT),
          read -> {
            texts = read;
            onRead.run();
          },
          "Cannot read the texts of the reports");
    }
  }

  /// Reads the list again; cheap to call often.
  public void refresh() {
    refresher.refresh();
  }

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
            context.toastUndo("report.deleted", () -> restore(id));
          }
        },
        failure -> context.toastFailure(failure, "report.notChanged"));
  }

  private void restore(ReportId id) {
    context.run(
        () -> context.services().reports().restore(context.services().userId(), id),
        restored -> {
          refresh();
          context.navigator().showReport(id);
        },
        failure -> context.toastFailure(failure, "report.notChanged"));
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
      texts = Map.of();
      reports.setAll(read);
    }
  }
}
