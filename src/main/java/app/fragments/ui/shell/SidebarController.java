package app.fragments.ui.shell;

import app.fragments.journal.TagCount;
import app.fragments.journal.Tags;
import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.report.ReportTemplate;
import app.fragments.ui.common.EmojiGraphic;
import app.fragments.ui.common.Messages;
import app.fragments.ui.journal.JournalStats;
import app.fragments.ui.journal.JournalViewModel;
import app.fragments.ui.journal.ListFilter;
import app.fragments.ui.journal.ListFilter.ListScope;
import app.fragments.ui.report.ReportsViewModel;
import app.fragments.ui.shell.MainViewModel.Tab;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the sidebar: calendar, scopes, reports and tags.
@SuppressWarnings("NullAway.Init") // set by the FXML loader
final class SidebarController {
  private static final int COLLAPSED_REPORTS = 3;
  private static final int COLLAPSED_TAGS = 8;

  private final MainViewModel main;
  private final JournalViewModel journal;
  private final ReportsViewModel reports;
  private final WindowModules modules;
  private final ImportController imports;
  private final Messages messages;
  private final Map<ReportHeader, Item> reportItems = new HashMap<>();
  private final Map<String, Item> tagItems = new HashMap<>();
  private final TagMenu tagMenu;
  private final Item allReports;
  private boolean allTags;

  @FXML private StackPane calendar;
  @FXML private VBox scopes;
  @FXML private VBox reportGroup;
  @FXML private VBox reportList;
  @FXML private Button moreReports;
  @FXML private VBox tagGroup;
  @FXML private VBox tagList;
  @FXML private Button moreTags;

  SidebarController(MainViewModel main, WindowModules modules, ImportController imports) {
    this.main = main;
    this.modules = modules;
    this.imports = imports;
    journal = modules.journal;
    reports = modules.reports.reports();
    messages = modules.context.messages();
    tagMenu = new TagMenu(modules);
    allReports = new Item(new FontIcon("fth-file-text"), messages.get("sidebar.reports.all"));
    allReports.setCurrent(true);
  }

  @FXML
  void initialize() {
    calendar.getChildren().add(modules.entries.calendar());
    scope(ListScope.ALL, "sidebar.all", "fth-align-left", JournalStats::total);
    scope(ListScope.STARRED, "sidebar.starred", "fth-star", JournalStats::starred);
    scope(ListScope.TRASH, "sidebar.trash", "fth-trash-2", JournalStats::trashed);
    journal.snapshot().map(snapshot -> snapshot.stats()).subscribe(stats -> showTags());
    journal.filter().addListener((o, old, now) -> showTags());
    reports.reports().addListener((ListChangeListener<ReportHeader>) change -> showReports());
    reports.unread().addListener((SetChangeListener<ReportId>) change -> showReports());
    reports.current().addListener((o, old, now) -> showReports());
    main.tab.addListener((o, old, now) -> showReports());
    main.reportsListed.addListener((o, old, now) -> showReports());
    journal
        .today()
        .subscribe(
            today -> {
              reportItems.clear(); // this year's periods have no year
              showReports();
            });
    for (var node : new Node[] {reportGroup, moreReports, tagGroup, moreTags}) {
      node.managedProperty().bind(node.visibleProperty());
    }
  }

  @FXML
  void listReports() {
    main.reportsListed.set(true);
  }

  @FXML
  void toggleTags() {
    allTags = !allTags;
    showTags();
  }

  @FXML
  void importFolder() {
    imports.chooseFolder();
  }

  @FXML
  void importFiles() {
    imports.chooseFiles();
  }

  private void scope(ListScope scope, String key, String icon, ToIntFunction<JournalStats> count) {
    Item item = new Item(new FontIcon(icon), messages.get(key));
    item.setOnAction(e -> choose(scope));
    journal.filter().subscribe(filter -> item.setCurrent(isCurrent(scope)));
    main.reportsListed.addListener((o, old, now) -> item.setCurrent(isCurrent(scope)));
    journal
        .snapshot()
        .map(snapshot -> count.applyAsInt(snapshot.stats()))
        .subscribe(number -> item.setNote(number == 0 ? "" : number(number)));
    scopes.getChildren().add(item);
  }

  private boolean isCurrent(ListScope scope) {
    ListFilter filter = journal.filter().get();
    return !main.reportsListed.get()
        && filter.scope() == scope
        && (scope != ListScope.ALL || filter.tag() == null);
  }

  private void choose(ListScope scope) {
    if (!main.reportsListed.get() || journal.filter().get().scope() != scope) {
      journal.filter().set(next(scope));
    }
    main.reportsListed.set(false);
  }

  /// All fragments clears all filters. A second click on Starred removes it.
  private ListFilter next(ListScope scope) {
    ListFilter filter = journal.filter().get();
    return switch (scope) {
      case ALL -> filter.cleared();
      case TRASH -> filter.withScope(scope);
      case STARRED -> filter.withScope(filter.scope() == scope ? ListScope.ALL : scope);
    };
  }

  private void showTags() {
    List<TagCount> tags = journal.snapshot().get().stats().tags();
    tagGroup.setVisible(!tags.isEmpty());
    moreTags.setVisible(tags.size() > COLLAPSED_TAGS);
    moreTags.setText(messages.get(allTags ? "sidebar.fewer" : "sidebar.allTags", tags.size()));
    tagItems.keySet().retainAll(tags.stream().map(TagCount::tag).collect(Collectors.toSet()));
    int shown = allTags ? tags.size() : COLLAPSED_TAGS;
    show(tagList, tags.stream().limit(shown).map(this::tagItem).toList());
  }

  private Item tagItem(TagCount tag) {
    Item item = tagItems.computeIfAbsent(tag.tag(), this::newTagItem);
    item.setNote(number(tag.count()));
    item.setCurrent(isCurrent(tag.tag()));
    return item;
  }

  private boolean isCurrent(String tag) {
    return journal.filter().get().tag() instanceof String shown && Tags.isSame(tag, shown);
  }

  private Item newTagItem(String tag) {
    Label icon = new Label("#");
    icon.getStyleClass().add("nav-tag");
    Item item = new Item(icon, tag);
    item.setOnAction(
        e -> {
          ListFilter filter = journal.filter().get();
          journal.filter().set(filter.withTag(isCurrent(tag) ? null : tag));
        });
    tagMenu.attachTo(item, tag);
    return item;
  }

  /// Shows these rows and keeps the focus.
  private static void show(VBox list, List<Item> items) {
    if (list.getChildren().equals(items)) {
      return;
    }
    Optional<Node> focused = list.getChildren().stream().filter(Node::isFocused).findFirst();
    list.getChildren().setAll(items);
    focused.filter(items::contains).ifPresent(Node::requestFocus);
  }

  private void showReports() {
    List<ReportHeader> saved = reports.reports();
    int count = saved.size();
    reportGroup.setVisible(count > 0);
    boolean isListed = main.reportsListed.get();
    moreReports.setVisible(!isListed);
    moreReports.setText(
        count > COLLAPSED_REPORTS
            ? messages.get("sidebar.allReports", count)
            : messages.get("sidebar.reports.all"));
    allReports.setNote(number(count));
    reportItems.keySet().retainAll(Set.copyOf(saved));
    Stream<Item> latest = saved.stream().limit(COLLAPSED_REPORTS).map(this::reportItem);
    show(
        reportList,
        Stream.concat(latest, isListed ? Stream.of(allReports) : Stream.empty()).toList());
  }

  private Item reportItem(ReportHeader report) {
    Item item = reportItems.computeIfAbsent(report, this::newReportItem);
    item.setNote(reports.unread().contains(report.id()) ? messages.get("sidebar.new") : "");
    item.setCurrent(
        !main.reportsListed.get()
            && main.tab.get() == Tab.REPORT
            && report.id().equals(reports.current().get()));
    return item;
  }

  private Item newReportItem(ReportHeader report) {
    LocalDate today = journal.today().get();
    String period = report.period().shortLabel(today);
    String name =
        ReportTemplate.find(report.template())
            .map(template -> messages.get("sidebar.report", template.shortName(), period))
            .orElse(period);
    Item item = new Item(new FontIcon("fth-file-text"), name);
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

  private static String number(int value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }

  /// A button with an icon, a name and a note.
  private final class Item extends Button {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Label note = new Label();

    Item(Node icon, String text) {
      super(text);
      getStyleClass().setAll("nav-item");
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setMaxWidth(Double.MAX_VALUE);
      Label name = EmojiGraphic.on(new Label(text), modules.context.theming().emoji());
      name.getStyleClass().add("nav-name");
      name.setMaxWidth(Double.MAX_VALUE);
      note.getStyleClass().add("nav-note");
      note.setMinWidth(USE_PREF_SIZE);
      HBox.setHgrow(name, Priority.ALWAYS);
      HBox row = new HBox(icon, name, note);
      row.getStyleClass().add("nav-row");
      row.prefWidthProperty()
          .bind(
              widthProperty()
                  .map(width -> width.doubleValue() - snappedLeftInset() - snappedRightInset()));
      row.setMinWidth(0);
      setGraphic(row);
    }

    /// Sets the text at the right end, such as a count.
    void setNote(String text) {
      note.setText(text);
      setAccessibleText(text.isEmpty() ? getText() : getText() + ", " + text);
    }

    void setCurrent(boolean current) {
      pseudoClassStateChanged(CURRENT, current);
    }
  }
}
