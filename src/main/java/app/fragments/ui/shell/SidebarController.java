package app.fragments.ui.shell;

import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.ui.common.Messages;
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

/// Binds the sidebar: calendar, scopes, reports and tags.
@SuppressWarnings("NullAway.Init") // set by the FXML loader
final class SidebarController {
  private static final int COLLAPSED_REPORTS = 5;
  private static final int COLLAPSED_TAGS = 8;

  private final JournalViewModel journal;
  private final ReportsViewModel reports;
  private final WindowModules modules;
  private final ImportMenu imports;
  private final Messages messages;
  // strong references: the lists hold these views weakly
  private ObservableList<ReportHeader> saved;
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

  SidebarController(WindowModules modules, ImportMenu imports) {
    this.modules = modules;
    this.imports = imports;
    journal = modules.journal;
    reports = modules.reports.reports();
    messages = modules.context.messages();
  }

  @FXML
  void initialize() {
    calendar.getChildren().add(modules.entries.calendar());
    showScopes();
    journal.snapshot().map(snapshot -> snapshot.stats()).subscribe(this::showTags);
    journal.filter().addListener((o, old, now) -> showTags(stats()));
    saved = reports.reports();
    unread = reports.unread();
    saved.addListener((ListChangeListener<ReportHeader>) change -> showReports());
    unread.addListener((SetChangeListener<ReportId>) change -> showReports());
    showReports();
    unmanageHidden(reportGroup, moreReports, tagGroup, moreTags);
  }

  private static void unmanageHidden(Node... nodes) {
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
    moreTags.setVisible(tags.size() > COLLAPSED_TAGS);
    moreTags.setText(messages.get(allTags ? "sidebar.fewer" : "sidebar.allTags", tags.size()));
    tagItems
        .keySet()
        .retainAll(tags.stream().map(JournalStats.TagCount::tag).collect(Collectors.toSet()));
    show(
        tagList,
        tags.stream().limit(allTags ? tags.size() : COLLAPSED_TAGS).map(this::tagItem).toList());
  }

  private SidebarItem tagItem(JournalStats.TagCount tag) {
    SidebarItem item = tagItems.computeIfAbsent(tag.tag(), this::newTagItem);
    item.setNote(number(tag.count()));
    item.setCurrent(tag.tag().equals(journal.filter().get().tag()));
    return item;
  }

  private SidebarItem newTagItem(String tag) {
    Label icon = new Label("#");
    icon.getStyleClass().add("nav-tag");
    SidebarItem item = new SidebarItem(icon, tag);
    item.setOnAction(
        e -> {
          ListFilter filter = journal.filter().get();
          boolean current = tag.equals(filter.tag());
          journal.filter().set(current ? filter.withScope(ListScope.ALL) : filter.withTag(tag));
        });
    return item;
  }

  /// Shows these rows and keeps the focus.
  private static void show(VBox list, List<SidebarItem> items) {
    if (list.getChildren().equals(items)) {
      return;
    }
    Optional<Node> focused = list.getChildren().stream().filter(Node::isFocused).findFirst();
    list.getChildren().setAll(items);
    focused.filter(items::contains).ifPresent(Node::requestFocus);
  }

  private void showReports() {
    List<ReportHeader> all = saved;
    reportGroup.setVisible(!all.isEmpty());
    moreReports.setVisible(all.size() > COLLAPSED_REPORTS);
    moreReports.setText(
        messages.get(allReports ? "sidebar.fewer" : "sidebar.allReports", all.size()));
    reportItems.keySet().retainAll(Set.copyOf(all));
    show(
        reportList,
        all.stream()
            .limit(allReports ? all.size() : COLLAPSED_REPORTS)
            .map(this::reportItem)
            .toList());
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
    item.setOnAction(e -> modules.showReport(report.id()));
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
