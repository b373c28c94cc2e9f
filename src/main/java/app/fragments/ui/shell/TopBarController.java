package app.fragments.ui.shell;

import app.fragments.settings.Settings;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.journal.JournalViewModel;
import app.fragments.ui.shell.MainViewModel.Tab;
import javafx.beans.binding.BooleanExpression;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the top bar.
@SuppressWarnings("NullAway.Init") // set by the FXML loader
final class TopBarController {
  private final UiContext context;
  private final Messages messages;
  private final MainViewModel main;
  private final JournalViewModel journal;
  private final WindowModules modules;

  @FXML private Button sidebar;
  @FXML private Button write;
  @FXML private TextField search;
  @FXML private Label searchKeys;
  @FXML private Button clearSearch;
  @FXML private Button jobs;
  @FXML private Button help;
  @FXML private Button theme;
  @FXML private FontIcon themeIcon;
  @FXML private Button settings;

  TopBarController(MainViewModel main, WindowModules modules) {
    context = modules.context;
    messages = context.messages();
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
    help.setOnAction(e -> main.shortcutsOpen.set(true));
    theme.setOnAction(e -> switchTheme());
    settings.setOnAction(e -> main.settingsOpen.set(!main.settingsOpen.get()));
    name(sidebar, Shortcut.SIDEBAR);
    name(help, Shortcut.HELP);
    name(theme, Shortcut.THEME);
    name(settings, Shortcut.SETTINGS);
    tip(write, messages.get(Shortcut.WRITE.messageKey()), Shortcut.WRITE);
    bindSearch();
    modules.weave.jobs().live().subscribe(count -> showJobs(count.intValue()));
    BooleanExpression dark = context.theming().dark();
    dark.subscribe(now -> themeIcon.setIconLiteral(now ? "fth-sun" : "fth-moon"));
  }

  /// Starts a new fragment from any page.
  void write() {
    main.closeAll();
    main.tab.set(Tab.FRAGMENT);
    journal.current().set(null);
    modules.editor.write();
  }

  void search() {
    main.closeAll();
    search.requestFocus();
    search.selectAll();
  }

  void switchTheme() {
    Theming theming = context.theming();
    Settings.Theme next = theming.dark().get() ? Settings.Theme.LIGHT : Settings.Theme.DARK;
    theming.apply(next, theming.textSize().get());
    context.changeSettings(copy -> copy.theme = next);
  }

  /// Changes the text size by this many percent points.
  void resizeText(int by) {
    setTextSize(context.theming().textSize().get() + by);
  }

  void setTextSize(int percent) {
    int size = Settings.TEXT_SIZE.clamp(percent);
    Settings before = context.services().configuration().settings();
    context.theming().apply(before.theme(), size);
    context.changeSettings(copy -> copy.textSize = size);
  }

  private void bindSearch() {
    var filter = journal.filter();
    search.textProperty().addListener((o, old, now) -> filter.set(filter.get().withSearch(now)));
    filter.addListener(
        (o, old, now) -> {
          if (!now.search().strip().equals(search.getText().strip())) {
            search.setText(now.search());
          }
        });
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (search.getText().isBlank()) {
            return;
          }
          switch (event.getCode()) {
            case ESCAPE -> search.clear();
            case DOWN -> modules.entries.focusFirst();
            case ENTER -> modules.entries.openFirst();
            default -> {
              return;
            }
          }
          event.consume();
        });
    search
        .focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                modules.entries.prepareSearch();
              }
            });
    searchKeys.setText(Shortcut.SEARCH.label().replace('+', ' '));
    searchKeys.managedProperty().bind(searchKeys.visibleProperty());
    searchKeys.visibleProperty().bind(search.textProperty().isEmpty());
    clearSearch.setTooltip(new Tooltip(messages.get("main.search.clear.tip")));
    clearSearch.managedProperty().bind(clearSearch.visibleProperty());
    clearSearch.visibleProperty().bind(search.textProperty().isEmpty().not());
    clearSearch.setOnAction(
        e -> {
          search.clear();
          search.requestFocus();
        });
  }

  /// Names an icon button for screen readers.
  private void name(Button button, Shortcut shortcut) {
    String text = messages.get(shortcut.messageKey());
    button.setAccessibleText(text);
    tip(button, text, shortcut);
  }

  private void tip(Button button, String text, Shortcut shortcut) {
    button.setTooltip(new Tooltip(messages.get("main.tip", text, shortcut.label())));
  }

  private void showJobs(int count) {
    jobs.setText(count == 0 ? "" : Integer.toString(count));
    String text = messages.get("main.jobs", count);
    jobs.setAccessibleText(text);
    tip(jobs, text, Shortcut.JOBS_TAB);
  }
}
