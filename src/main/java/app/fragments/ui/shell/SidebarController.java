package app.fragments.ui.shell;

import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Navigator;
import app.fragments.ui.journal.JournalStats;
import app.fragments.ui.journal.JournalViewModel;
import app.fragments.ui.journal.ListFilter;
import app.fragments.ui.journal.ListScope;
import app.fragments.ui.report.ReportsViewModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the sidebar: the calendar's place, the parts of the journal, the reports, the tags.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class SidebarController {
  private static final int FEW_REPORTS = 5;
  private static final int FEW_TAGS = 8;

  private final JournalViewModel journal;
  private final ReportsViewModel reports;
  private final Navigator navigator;
  private final Supplier<? extends Node> calendarMaker;
  private final ImportMenu imports;
  private final Messages messages;
  // the views that the listeners hang on: kept here, because the lists hold them weakly
  private ObservableList<ReportHeader> kept;
  private ObservableSet<ReportId> unread;
  private final Map<ReportHeader, SidebarItem> reportItems = new HashMap<>();
  private final Map<String, SidebarItem> tagItems = new HashMap<>();
  private boolean allReports;
  private boolean allTags;

  @FXML private StackPane calendar;
  @FXML private VBox scopes;
  @FXML private VBox reportGroup;
  @FXML private VBox reportList;
  @FXML private Button moreReports;
  @FXML private VBox tagGroup;
  @FXML private VBox tagList;
  @FXML private Button moreTags;

  SidebarController(
      JournalViewModel journal,
      ReportsViewModel reports,
      Navigator navigator,
      Supplier<? extends Node> calendarMaker,
      ImportMenu imports,
      Messages messages) {
    this.journal = journal;
    this.reports = reports;
    this.navigator = navigator;
    this.calendarMaker = calendarMaker;
    this.imports = imports;
    this.messages = messages;
  }

  @FXML
  void initialize() {
    calendar.getChildren().add(calendarMaker.get());
    showScopes();
    journal.snapshot().map(snapshot -> snapshot.stats()).subscribe(this::showTags);
    journal.filter().addListener((o, old, now) -> showTags(stats()));
    kept = reports.reports();
    unread = reports.unread();
    kept.addListener((ListChangeListener<ReportHeader>) change -> showReports());
    unread.addListener((SetChangeListener<ReportId>) change -> showReports());
    showReports();
    hideWithoutRoom(reportGroup, moreReports, tagGroup, moreTags);
  }

  private static void hideWithoutRoom(Node... nodes) {
    for (Node node : nodes) {
      node.managedProperty().bind(node.visibleProperty());
    }
  }

  @FXML
  void toggleReports() {
    allReports = !allReports;
    showReports();
  }

  @FXML
  void toggleTags() {
    allTags = !allTags;
    showTags(stats());
  }

  @FXML
  void importFolder() {
    imports.chooseFolder();
  }

  @FXML
  void importFiles() {
    imports.chooseFiles();
  }

  private void showScopes() {
    scope(ListScope.ALL, "sidebar.all", "fth-align-left", JournalStats::total);
    scope(ListScope.STARRED, "sidebar.starred", "fth-star", JournalStats::starred);
    scope(ListScope.TRASH, "sidebar.trash", "fth-trash-2", JournalStats::trashed);
  }

  private void scope(ListScope scope, String key, String icon, ToIntFunction<JournalStats> count) {
    SidebarItem item = new SidebarItem(new FontIcon(icon), messages.get(key));
    item.setOnAction(e -> journal.filter().set(journal.filter().get().withScope(scope)));
    journal.filter().subscribe(filter -> item.setCurrent(filter.scope() == scope));
    journal
        .snapshot()
        .map(snapshot -> count.applyAsInt(snapshot.stats()))
        .subscribe(number -> item.setNote(number == 0 ? "" : number(number)));
    scopes.getChildren().add(item);
  }

  private void showTags(JournalStats stats) {
    List<JournalStats.TagCount> tags = stats.tags();
    tagGroup.setVisible(!tags.isEmpty());
    moreTags.setVisible(tags.size() > FEW_TAGS);
    moreTags.setText(messages.get(allTags ? "sidebar.fewer" : "sidebar.allTags", tags.size()));
    tagItems
        .keySet()
        .retainAll(tags.stream().map(JournalStats.TagCount::tag).collect(Collectors.toSet()));
    show(
        tagList, tags.stream().limit(allTags ? tags.size() : FEW_TAGS).map(this::tagItem).toList());
  }

  private SidebarItem tagItem(JournalStats.TagCount tag) {
    SidebarItem item = tagItems.computeIfAbsent(tag.tag(), this::newTagItem);
    item.setNote(number(tag.count()));
    item.setCurrent(tag.tag().equals(journal.filter().get().tag()));
    return item;
  }

  private SidebarItem newTagItem(String tag) {
    Label sign = new Label("#");
    sign.getStyleClass().add("nav-tag");
    SidebarItem item = new SidebarItem(sign, tag);
    item.setOnAction(
        e -> {
          ListFilter filter = journal.filter().get();
          boolean current = tag.equals(filter.tag());
          journal.filter().set(current ? filter.withScope(ListScope.ALL) : filter.withTag(tag));
        });
    return item;
  }

  /// Shows these rows; the keyboard stays on the one it is on.
  private static void show(VBox list, List<SidebarItem> items) {
    if (list.getChildren().equals(items)) {
      return;
    }
    Optional<Node> focused = list.getChildren().stream().filter(Node::isFocused).findFirst();
    list.getChildren().setAll(items);
    focused.filter(items::contains).ifPresent(Node::requestFocus);
  }

  private void showReports() {
    List<ReportHeader> all = kept;
    reportGroup.setVisible(!all.isEmpty());
    moreReports.setVisible(all.size() > FEW_REPORTS);
    moreReports.setText(
        messages.get(allReports ? "sidebar.fewer" : "sidebar.allReports", all.size()));
    reportItems.keySet().retainAll(Set.copyOf(all));
    show(
        reportList,
        all.stream().limit(allReports ? all.size() : FEW_REPORTS).map(this::reportItem).toList());
  }

  private SidebarItem reportItem(ReportHeader report) {
    SidebarItem item = reportItems.computeIfAbsent(report, this::newReportItem);
    item.setNote(unread.contains(report.id()) ? messages.get("sidebar.new") : "");
    return item;
  }

  private SidebarItem newReportItem(ReportHeader report) {
    SidebarItem item = new SidebarItem(new FontIcon("fth-file-text"), report.period().shortLabel());
    item.setTooltip(
        new Tooltip(
            messages.get(
                "sidebar.reportTip", report.title(), report.period().label(), report.fragments())));
    item.setOnAction(e -> navigator.showReport(report.id()));
    MenuItem delete = new MenuItem(messages.get("sidebar.deleteReport"));
    delete.setOnAction(e -> reports.delete(report.id()));
    item.setContextMenu(new ContextMenu(delete));
    return item;
  }

  private JournalStats stats() {
    return journal.snapshot().get().stats();
  }

  private static String number(int value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }
}
