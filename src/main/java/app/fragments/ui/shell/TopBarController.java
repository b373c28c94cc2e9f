package app.fragments.ui.shell;

import app.fragments.settings.Settings;
import app.fragments.ui.common.LazyTooltip;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.journal.JournalViewModel;
import app.fragments.ui.shell.MainViewModel.Tab;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the top bar.
@SuppressWarnings("NullAway.Init") // set by the FXML loader
final class TopBarController {
  private final UiContext context;
  private final MainViewModel main;
  private final JournalViewModel journal;
  private final WindowModules modules;

  @FXML private Button sidebar;
  @FXML private Button write;
  @FXML private TextField search;
  @FXML private Label searchKeys;
  @FXML private Button clearSearch;
  @FXML private Button jobs;
  @FXML private Button theme;
  @FXML private FontIcon themeIcon;
  @FXML private Button settings;

  TopBarController(MainViewModel main, WindowModules modules) {
    context = modules.context;
    this.main = main;
    this.modules = modules;
    journal = modules.journal;
  }

  @FXML
  void initialize() {
    sidebar.managedProperty().bind(sidebar.visibleProperty());
    sidebar.visibleProperty().bind(main.narrow.or(main.sidebarHidden));
    sidebar.setOnAction(e -> main.toggleSidebar());
    write.setOnAction(e -> write());
    jobs.setOnAction(e -> context.navigator().showJobs());
    theme.setOnAction(e -> switchTheme());
    settings.setOnAction(e -> main.settingsOpen.set(!main.settingsOpen.get()));
    Map.of(
            sidebar, Shortcut.SIDEBAR,
            theme, Shortcut.THEME,
            settings, Shortcut.SETTINGS)
        .forEach(this::name);
    tip(write, Shortcut.WRITE);
    bindSearch();
    modules.weave.jobs().live().subscribe(count -> showJobs(count.intValue()));
    context
        .theming()
        .dark()
        .subscribe(dark -> themeIcon.setIconLiteral(dark ? "fth-sun" : "fth-moon"));
  }

  /// Starts a new fragment from any page.
  void write() {
    main.settingsOpen.set(false);
    main.tab.set(Tab.FRAGMENT);
    journal.current().set(null);
    modules.editor.write();
  }

  void search() {
    search.requestFocus();
    search.selectAll();
  }

  void switchTheme() {
    Settings.Theme next =
        context.theming().dark().get() ? Settings.Theme.LIGHT : Settings.Theme.DARK;
    context.theming().apply(next, context.theming().textSize().get());
    context.changeSettings(settings -> settings.withTheme(next));
  }

  private void bindSearch() {
    search
        .textProperty()
        .addListener((o, old, now) -> journal.filter().set(journal.filter().get().withSearch(now)));
    journal
        .filter()
        .addListener(
            (o, old, now) -> {
              if (!now.search().equals(search.getText().strip())) {
                search.setText(now.search());
              }
            });
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    searchKeys.setText(Shortcut.SEARCH.label().replace('+', ' '));
    searchKeys.managedProperty().bind(searchKeys.visibleProperty());
    searchKeys.visibleProperty().bind(search.textProperty().isEmpty());
    LazyTooltip.set(clearSearch, context.messages().get("main.search.clear.tip"));
    clearSearch.managedProperty().bind(clearSearch.visibleProperty());
    clearSearch.visibleProperty().bind(search.textProperty().isEmpty().not());
    clearSearch.setOnAction(
        e -> {
          search.clear();
          search.requestFocus();
        });
  }

  private void searchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    }
  }

  /// Names an icon button for screen readers.
  private void name(Button button, Shortcut shortcut) {
    button.setAccessibleText(context.messages().get(shortcut.messageKey()));
    tip(button, shortcut);
  }

  private void tip(Button button, Shortcut shortcut) {
    Messages messages = context.messages();
    String text = messages.get(shortcut.messageKey());
    LazyTooltip.set(button, messages.get("main.tip", text, shortcut.label()));
  }

  private void showJobs(int count) {
    jobs.setText(count == 0 ? "" : Integer.toString(count));
    String text = context.messages().get("main.jobs", count);
    jobs.setAccessibleText(text);
    LazyTooltip.set(jobs, context.messages().get("main.tip", text, Shortcut.JOBS_TAB.label()));
  }
}
