package app.fragments.ui.shell;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.search.SearchQuery;
import app.fragments.ui.common.Background;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Navigator;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.editor.EditorModule;
import app.fragments.ui.editor.EditorViewModel;
import app.fragments.ui.journal.JournalModule;
import app.fragments.ui.journal.JournalViewModel;
import app.fragments.ui.journal.ListFilter;
import app.fragments.ui.report.ReportModule;
import app.fragments.ui.settings.SettingsModule;
import app.fragments.ui.shell.MainViewModel.NavigationTarget;
import app.fragments.ui.shell.MainViewModel.Tab;
import app.fragments.ui.weave.WeaveModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The modules of the window and the navigation between them. The modules don't know one another:
/// they get the functions they need here. On the FX thread.
final class WindowModules implements Navigator, AutoCloseable {
  final UiContext context;
  final ScreenLoader screens;
  final ToastsPane toasts;
  final JournalModule entries;
  final JournalViewModel journal;
  final EditorModule editor;
  final ReportModule reports;
  final WeaveModule weave;
  final SettingsModule settings;
  private final MainViewModel main;
  private final Stage stage;
  private final Consumer<String> browser;

  /// @param browser opens a web address in the system's browser
  WindowModules(
      Stage stage,
      UiServices services,
      MainViewModel main,
      Messages messages,
      Theming theming,
      Consumer<String> browser) {
    this.stage = stage;
    this.main = main;
    this.browser = browser;
    toasts = new ToastsPane(messages, theming);
    context = new UiContext(services, new Background(), messages, this, new StoreHealth(), theming);
    screens = new ScreenLoader(messages);
    entries = new JournalModule(context, screens, this::openFromList);
    journal = entries.journal();
    reports = new ReportModule(context, screens);
    editor =
        new EditorModule(
            context,
            screens,
            new EditorModule.Callbacks(
                this::saved,
                id -> entries.actions().trash(List.of(id)),
                id -> entries.actions().restore(List.of(id)),
                () -> journal.snapshot().get().stats().tags(),
                tag -> journal.filter().set(journal.filter().get().withTag(tag)),
                reports::fragmentPage));
    weave =
        new WeaveModule(
            context,
            screens,
            new WeaveModule.Callbacks(
                reports.model(),
                editor.editor()::save,
                journal.selectionActions(),
                this::periodOf));
    settings =
        new SettingsModule(
            context,
            screens,
            weave::configurationChanged,
            () -> main.settingsOpen.set(false),
            () -> main.aboutOpen.set(false));
    journal.snapshot().addListener((o, old, now) -> refreshOpenEntry());
    journal.filter().addListener((o, old, now) -> endSearch(old, now));
    journal.summary().subscribe(weave.model().selection()::set);
    journal.filter().addListener((o, old, now) -> main.reportsListed.set(false));
    main.tab.subscribe(tab -> weave.watchJobs(tab == Tab.JOBS));
    main.settingsOpen.subscribe(
        open -> {
          if (!open) {
            settings.flush();
          }
        });
  }

  /// Starts the workers and loads the reports. Both wait for the store in the background.
  void start() {
    weave.start();
    reports.reports().refresh();
  }

  /// Loads what other processes have written.
  void poll() {
    journal.poll();
    reports.reports().refresh();
  }

  /// Stops the workers and releases the recovery folder.
  @Override
  public void close() {
    settings.flush();
    weave.close();
    editor.close();
  }

  @Override
  public void confirm(String question, String text, String yes, Runnable onYes) {
    Messages messages = context.messages();
    ButtonType confirm = new ButtonType(yes, ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(messages.get("main.cancel"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.NONE, text, cancel, confirm);
    alert.initOwner(stage);
    alert.setTitle(messages.get("app.name"));
    alert.setHeaderText(question);
    context.theming().style(alert.getDialogPane().getScene());
    Button delete = (Button) alert.getDialogPane().lookupButton(confirm);
    delete.getStyleClass().add("danger-text");
    delete.setDefaultButton(false); // Enter must not delete
    Button keep = (Button) alert.getDialogPane().lookupButton(cancel);
    keep.setDefaultButton(true);
    alert.setOnShown(e -> keep.requestFocus());
    var result = alert.resultProperty();
    result.subscribe(
        answer -> {
          if (answer == confirm) {
            onYes.run();
          }
        });
    alert.show();
  }

  private void openFromList(EntryId entry) {
    SearchQuery query = journal.query();
    if (query.isEmpty()) {
      open(entry, null);
    } else {
      main.tab.set(Tab.FRAGMENT);
      editor.showFound(entry, query);
      journal.current().set(entry);
    }
  }

  private void open(EntryId entry, @Nullable String passage) {
    main.tab.set(Tab.FRAGMENT);
    load(entry, passage);
  }

  private void load(EntryId entry, @Nullable String passage) {
    editor.show(entry, passage);
    journal.current().set(entry);
  }

  private void endSearch(ListFilter before, ListFilter now) {
    if (before.isSearching() && !now.isSearching()) {
      editor.endSearch();
    }
  }

  /// Another process may have changed the open entry.
  private void refreshOpenEntry() {
    EditorViewModel model = editor.editor();
    model.entry().flatMap(entry -> journal.find(entry.id())).ifPresent(model::changedElsewhere);
  }

  private void saved(List<Entry> written) {
    journal.updateEntries(written.stream().map(Entry::header).toList());
    Optional<EntryId> open = editor.editor().entry().map(Entry::id);
    if (journal.current().get() == null // a new entry has just got its row
        && open.isPresent()
        && written.stream().anyMatch(entry -> entry.id().equals(open.get()))) {
      journal.current().set(open.get());
    }
  }

  /// The period of these entries, or empty if the list doesn't have all of them.
  private Optional<Period> periodOf(List<EntryId> ids) {
    List<LocalDate> days =
        ids.stream()
            .flatMap(id -> journal.find(id).stream())
            .map(EntryHeader::date)
            .sorted()
            .toList();
    return days.isEmpty() || days.size() < ids.size()
        ? Optional.empty()
        : Optional.of(new Period(days.getFirst(), days.getLast()));
  }

  @Override
  public void showEntry(EntryId entry, @Nullable String passage) {
    rememberPlace();
    open(entry, passage);
  }

  @Override
  public void showReport(ReportId report) {
    rememberPlace();
    main.tab.set(Tab.REPORT);
    reports.model().open(report);
  }

  @Override
  public void showJobs() {
    rememberPlace();
    main.tab.set(Tab.JOBS);
  }

  private void rememberPlace() {
    main.remember(here());
    main.settingsOpen.set(false);
  }

  private NavigationTarget here() {
    return new NavigationTarget(
        main.tab.get(), journal.current().get(), reports.model().shown().orElse(null));
  }

  /// Returns to the last remembered place.
  void back() {
    main.back(here()).ifPresent(this::go);
  }

  /// Undoes [#back].
  void forward() {
    main.forward(here()).ifPresent(this::go);
  }

  private void go(NavigationTarget place) {
    if (place.entry() != null) {
      load(place.entry(), null);
    }
    ReportId report = place.report();
    if (report != null && !reports.model().shown().equals(Optional.of(report))) {
      reports.model().open(report);
    }
    main.tab.set(place.tab());
  }

  /// What a place shows, as the user knows it.
  String nameOf(NavigationTarget place) {
    Messages messages = context.messages();
    return switch (place.tab()) {
      case FRAGMENT ->
          Optional.ofNullable(place.entry())
              .flatMap(journal::find)
              .map(EntryHeader::title)
              .filter(Predicate.not(String::isBlank))
              .orElse(messages.get("main.tab.fragment"));
      case REPORT ->
          reports.reports().reports().stream()
              .filter(header -> header.id().equals(place.report()))
              .map(ReportHeader::title)
              .findFirst()
              .orElse(messages.get("main.tab.report"));
      case JOBS -> messages.get("main.tab.jobs");
    };
  }

  @Override
  public void showSettings() {
    main.settingsOpen.set(true);
  }

  @Override
  public void showAbout() {
    main.aboutOpen.set(true);
  }

  @Override
  public void selectThisWeek() {
    main.reportsListed.set(false);
    journal.selectThisWeek();
  }

  @Override
  public void toast(String message) {
    toasts.show(message);
  }

  @Override
  public void toast(String message, String action, Runnable onAction) {
    toasts.show(message, action, onAction);
  }

  @Override
  public void browse(String address) {
    browser.accept(address);
  }
}
