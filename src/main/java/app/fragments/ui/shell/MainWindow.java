package app.fragments.ui.shell;

import app.fragments.journal.DateFormats;
import app.fragments.settings.MongodbUri;
import app.fragments.settings.Settings;
import app.fragments.settings.Settings.WindowState;
import app.fragments.ui.common.EllipsisTooltips;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.editor.EditorViewModel;
import app.fragments.ui.shell.MainViewModel.Tab;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The main window: its life from the first frame to the last save. On the FX thread.
public final class MainWindow {
  private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);

  /// How often to look for changes by other processes.
  private static final Duration POLL_INTERVAL = Duration.seconds(2);

  /// How long showing the window waits for the first page, most of which is loaded by then.
  private static final Duration FIRST_PAGE_TIMEOUT = Duration.millis(100);

  /// How long the rest of the layout waits for the list.
  private static final Duration LIST_TIMEOUT = Duration.seconds(1);

  /// How long closing waits for the last save. Unsaved text is safe in the recovery folder.
  private static final Duration LAST_SAVE_TIMEOUT = Duration.seconds(3);

  private final Stage stage;
  private final UiContext context;
  private final MainViewModel main = new MainViewModel();
  private final WindowModules modules;
  private final ConnectionMonitor connection;
  private final StatusViewModel status;
  private final Timeline poll;
  private final MainShell shell;
  private final WindowBounds bounds;
  private final DeferredLayout deferred;
  private final Runnable onPulse = this::pulse;
  private boolean laidOut;
  private boolean shown;
  private boolean closing;
  private Subscription whenSaved = Subscription.EMPTY;
  private boolean closed;

  /// @param browser opens a web address in the system's browser
  public MainWindow(Stage stage, UiServices services, Consumer<String> browser) {
    this.stage = stage;
    Locale.setDefault(Locale.Category.FORMAT, DateFormats.LOCALE); // date pickers read only this
    Settings settings = services.configuration().settings();
    Messages messages = new Messages(Locale.ENGLISH);
    Theming theming = new Theming(settings.theme(), settings.textSize());
    modules = new WindowModules(stage, services, main, messages, theming, browser);
    context = modules.context;
    modules.journal.open(); // loads the first page while the window is built
    connection = new ConnectionMonitor(context);
    status =
        new StatusViewModel(
            context.health(),
            modules.editor.editor().unsavedCount(),
            modules.editor.editor().textAtRisk(),
            connection.secondsLeft(),
            messages);
    poll = new Timeline(new KeyFrame(POLL_INTERVAL, e -> modules.poll()));
    poll.setCycleCount(Animation.INDEFINITE);
    TopBarController bar = new TopBarController(main, modules);
    registerControllers(bar);
    shell = new MainShell(main, modules);
    List<Runnable> steps = new ArrayList<>(shell.deferred);
    steps.addFirst(this::openStore);
    steps.add(this::start);
    deferred = new DeferredLayout(stage, steps);
    bounds = layOut(settings.window(), bar);
  }

  /// Runs something once the window is complete. Call it before [#show].
  public void afterFirstFrame(Runnable work) {
    deferred.add(work);
  }

  /// Shows the window with the first page of the list, or without it if that takes too long. The
  /// rest of the window is built after the list is drawn.
  public void show() {
    var firstPageShown = modules.journal.firstPageShown();
    firstPageShown.subscribe(
        ready -> {
          if (ready) {
            stage.getScene().addPostLayoutPulseListener(onPulse);
            Platform.requestNextPulse();
            showOnce();
          }
        });
    after(FIRST_PAGE_TIMEOUT, this::showOnce);
  }

  private void showOnce() {
    if (!shown) {
      shown = true;
      stage.show();
      after(LIST_TIMEOUT, deferred::start);
    }
  }

  /// The first pulse lays out the list; at the next one, it is drawn and usable.
  private void pulse() {
    if (!laidOut) {
      laidOut = true;
      Platform.requestNextPulse();
      return;
    }
    stage.getScene().removePostLayoutPulseListener(onPulse);
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    long millis = context.services().clock().millis() - start;
    LOG.info("The list can be used {} ms after the start", millis);
    deferred.start();
  }

  private static PauseTransition after(Duration time, Runnable action) {
    PauseTransition timer = new PauseTransition(time);
    timer.setOnFinished(e -> action.run());
    timer.play();
    return timer;
  }

  /// Opens the store in case the first page came from the snapshot. A failure is handled by the
  /// next caller.
  private void openStore() {
    context.run(
        context.services()::entries,
        opened -> {},
        failure -> LOG.info("The store is not open yet: {}", failure.getMessage()));
  }

  /// Starts the workers and the polling, which would have delayed the list.
  private void start() {
    if (context.health().state().get() == StoreHealth.State.OPENING) {
      connection.check();
    }
    context.run(this::storeHost, status.host::set, "Cannot read the address of the store");
    modules.start();
    modules.poll();
    poll.play();
  }

  /// The host of the MongoDB, or empty for the built-in store. May wait for the system keychain.
  private String storeHost() {
    return context
        .services()
        .configuration()
        .mongodbUri()
        .map(uri -> new MongodbUri(uri.value()).hosts())
        .orElse("");
  }

  /// Closes the window like its close button: saves first.
  public void close() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private void registerControllers(TopBarController bar) {
    Messages messages = context.messages();
    ImportController imports =
        new ImportController(stage, new ImportViewModel(context, modules.journal::poll), messages);
    modules
        .screens
        .with(TopBarController.class, () -> bar)
        .with(StatusController.class, () -> new StatusController(status, connection, main))
        .with(SidebarController.class, () -> new SidebarController(main, modules, imports))
        .with(ImportController.class, () -> imports)
        .with(WelcomeController.class, () -> new WelcomeController(modules, imports, bar))
        .with(RightPaneController.class, () -> new RightPaneController(main, modules))
        .with(ShortcutsController.class, () -> new ShortcutsController(main, messages));
  }

  private WindowBounds layOut(@Nullable WindowState saved, TopBarController bar) {
    WindowState state =
        WindowBounds.open(
            saved, Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    shell.apply(state, context.theming());
    Scene scene = new Scene(shell, state.width(), state.height());
    context.theming().style(scene);
    registerShortcuts(scene, bar);
    EllipsisTooltips.install(scene);
    stage.setScene(scene);
    stage.setTitle(context.messages().get("app.name"));
    stage.setMinWidth(WindowBounds.MIN_WIDTH);
    stage.setMinHeight(WindowBounds.MIN_HEIGHT);
    stage.setX(state.x());
    stage.setY(state.y());
    stage.setWidth(state.width());
    stage.setHeight(state.height());
    stage.setMaximized(state.maximized());
    stage.setOnCloseRequest(this::closeRequested);
    return new WindowBounds(stage, WindowBounds.SETTLING_TIME);
  }

  private void registerShortcuts(Scene scene, TopBarController bar) {
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Shortcut shortcut : Shortcut.values()) {
      keys.put(shortcut.keys, action(shortcut, bar));
    }
    keys.put(KeyCombination.valueOf("Shortcut+Shift+F"), bar::search);
    keys.put(KeyCombination.valueOf("Shortcut+Slash"), action(Shortcut.HELP, bar));
    // keyboards differ in where plus is
    for (String plus : List.of("Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Add")) {
      keys.put(KeyCombination.valueOf(plus), action(Shortcut.LARGER_TEXT, bar));
    }
    keys.put(KeyCombination.valueOf("Shortcut+Subtract"), action(Shortcut.SMALLER_TEXT, bar));
    keys.put(KeyCombination.valueOf("Shortcut+Numpad 0"), action(Shortcut.NORMAL_TEXT, bar));
    // a filter, because lists and text fields consume Escape
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> closeOnEscape(event, main::closeTop));
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED, event -> closeOnEscape(event, modules.toasts::closeTop));
  }

  private Runnable action(Shortcut shortcut, TopBarController bar) {
    return switch (shortcut) {
      case WRITE -> bar::write;
      case SEARCH -> bar::search;
      case FIND -> () -> find(bar);
      case SELECT_WEEK -> modules.journal::selectThisWeek;
      case WEAVE -> modules.weave.model()::weave;
      case BACK -> modules::back;
      case FORWARD -> modules::forward;
      case LARGER_TEXT -> () -> bar.resizeText(Settings.TEXT_STEP);
      case SMALLER_TEXT -> () -> bar.resizeText(-Settings.TEXT_STEP);
      case NORMAL_TEXT -> () -> bar.setTextSize(Settings.NORMAL_TEXT_SIZE);
      case FRAGMENT_TAB -> () -> main.tab.set(Tab.FRAGMENT);
      case REPORT_TAB -> () -> main.tab.set(Tab.REPORT);
      case JOBS_TAB -> () -> main.tab.set(Tab.JOBS);
      case STAR -> () -> modules.editor.editor().toggleStar();
      case READ -> () -> modules.editor.toggleReading();
      case THEME -> bar::switchTheme;
      case SIDEBAR -> main::toggleSidebar;
      case SETTINGS -> () -> main.settingsOpen.set(true);
      case HELP -> () -> main.shortcutsOpen.set(!main.shortcutsOpen.get());
      case ABOUT -> () -> main.aboutOpen.set(!main.aboutOpen.get());
    };
  }

  /// Finds words in the open fragment or report, or fragments if none is shown.
  private void find(TopBarController bar) {
    boolean isFragment = main.tab.get() == Tab.FRAGMENT && modules.editor.editor().isOpen().get();
    if (isFragment) {
      modules.editor.find();
    } else if (main.tab.get() == Tab.REPORT && modules.reports.model().isPageShown()) {
      modules.reports.find();
    } else {
      bar.search();
    }
  }

  private static void closeOnEscape(KeyEvent event, BooleanSupplier closeTop) {
    if (event.getCode() == KeyCode.ESCAPE && closeTop.getAsBoolean()) {
      event.consume();
    }
  }

  private void closeRequested(WindowEvent event) {
    event.consume();
    if (closing) {
      return;
    }
    closing = true;
    deferred.cancel();
    poll.stop();
    EditorViewModel editor = modules.editor.editor();
    editor.saveAll(); // first, so that the text is safe whatever else fails
    saveBounds();
    PauseTransition timeout = after(LAST_SAVE_TIMEOUT, this::saveTimedOut);
    var allSaved = editor.allSaved();
    whenSaved =
        allSaved.subscribe(
            settled -> {
              if (settled) {
                timeout.stop();
                finishClosing();
              }
            });
  }

  /// Closes if the unsaved text is in the recovery folder, otherwise asks first.
  private void saveTimedOut() {
    if (!modules.editor.editor().textAtRisk().get()) {
      finishClosing();
      return;
    }
    whenSaved.unsubscribe();
    closing = false;
    poll.play();
    Messages messages = context.messages();
    modules.confirm(
        messages.get("main.close.atRisk", modules.editor.editor().unsavedCount().get()),
        messages.get("main.close.atRisk.text"),
        messages.get("main.close.atRisk.yes"),
        this::finishClosing);
  }

  private void finishClosing() {
    if (!closed) {
      closed = true;
      modules.close();
      context.background().close();
      stage.hide();
    }
  }

  /// Saves the window's position. A failure is only logged.
  private void saveBounds() {
    Rectangle2D restored = bounds.restored();
    WindowState state =
        new WindowState(
            restored.getMinX(),
            restored.getMinY(),
            restored.getWidth(),
            restored.getHeight(),
            stage.isMaximized(),
            shell.sidebar.getPrefWidth(),
            shell.list.getPrefWidth());
    Settings settings = context.services().configuration().settings();
    context
        .services()
        .saveSettings(settings.with(copy -> copy.window = state))
        .whenComplete(
            (written, failure) -> {
              if (failure != null) {
                LOG.warn("Could not save the window's position", failure);
              }
            });
  }
}
