package app.fragments.ui.shell;

import app.fragments.journal.DateFormats;
import app.fragments.settings.Settings;
import app.fragments.settings.Settings.WindowState;
import app.fragments.ui.common.Background;
import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.editor.EditorViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window of Fragments: makes its parts, connects them and shows them. The shell is on the
/// screen at once; the store is opened meanwhile. On the FX thread.
public final class MainWindow {
  private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);

  /// How soon another process's writes show up.
  private static final Duration POLL = Duration.seconds(2);

  /// How long the window waits for the first page, most of which has come while it was made.
  private static final Duration STORE_PATIENCE = Duration.millis(100);

  /// How long the rest of the window waits for the list.
  private static final Duration LIST_PATIENCE = Duration.seconds(1);

  /// How long closing waits for the last words to reach the store; after that they are safe in the
  /// recovery folder.
  private static final Duration LAST_SAVE = Duration.seconds(3);

  private final Stage stage;
  private final UiContext context;
  private final MainViewModel main = new MainViewModel();
  private final WindowModules parts;
  private final ConnectionMonitor watch;
  private final Timeline poll;
  private final MainShell shell;
  private final RestoredBounds bounds;
  private final DeferredLayout completion;
  private boolean shown;
  private boolean closing;
  private boolean ended;

  /// @param browser opens a web address in the system's browser
  public MainWindow(Stage stage, UiServices services, Consumer<String> browser) {
    this.stage = stage;
    Locale.setDefault(Locale.Category.FORMAT, DateFormats.LOCALE); // date pickers know no other way
    Messages messages = new Messages(Locale.ENGLISH);
    Settings settings = services.configuration().settings();
    Theming theming = new Theming(settings.theme(), settings.textSize());
    ToastsPane toasts = new ToastsPane(messages, theming);
    WindowNavigator navigator = new WindowNavigator(main, toasts::show, browser, messages);
    context =
        new UiContext(services, new Background(), messages, navigator, new StoreHealth(), theming);
    FxmlScreens screens = new FxmlScreens(messages);
    parts = new WindowModules(context, screens, new Dialogs(stage, theming, messages), main);
    navigator.connect(parts);
    parts.journal().open(); // the first page comes while the window is made
    watch = new ConnectionMonitor(context);
    poll = new Timeline(new KeyFrame(POLL, e -> parts.poll()));
    poll.setCycleCount(Animation.INDEFINITE);
    TopBarController bar = new TopBarController(context, main, parts);
    register(screens, navigator, bar);
    shell = new MainShell(main, screens, parts, toasts);
    List<Runnable> rest = new ArrayList<>(shell.rest());
    rest.add(1, theming::loadOtherFonts); // the bar, which comes first, has none of them
    rest.addFirst(this::openStore);
    rest.add(this::begin);
    completion = new DeferredLayout(stage, rest);
    bounds = open(settings.window(), new ShortcutHandler(main, bar, navigator, parts, toasts));
  }

  /// Has something done when all of the window is there. To be called before [#show].
  public void afterwards(Runnable work) {
    completion.add(work);
  }

  /// Shows the window as soon as the list has its first page, which then is in the first picture,
  /// or the store keeps it waiting. The window makes the rest of itself once the list has been
  /// drawn.
  public void show() {
    StartupTimer.log(
        stage.getScene(),
        parts.journal().firstPageShown(),
        context.services().clock(),
        completion::begin);
    parts.journal().firstPageShown().subscribe(this::showOnce);
    PauseTransition patience = new PauseTransition(STORE_PATIENCE);
    patience.setOnFinished(e -> showOnce(true));
    patience.play();
  }

  private void showOnce(boolean ready) {
    if (!ready || shown) {
      return;
    }
    shown = true;
    stage.show();
    PauseTransition patience = new PauseTransition(LIST_PATIENCE);
    patience.setOnFinished(e -> completion.begin());
    patience.play();
  }

  /// Opens the store, if the first page did without; what comes of it is for whoever asks it first.
  private void openStore() {
    context
        .background()
        .run(
            context.services()::entries,
            opened -> {},
            failure -> LOG.info("The store is not open yet: {}", failure.getMessage()));
  }

  /// Looks at the store from now on, as do the workers: they would only have kept the list waiting.
  private void begin() {
    if (context.health().state().get() == StoreHealth.State.OPENING) {
      watch.ask();
    }
    parts.start();
    parts.poll();
    poll.play();
  }

  /// Closes the window as its close button does: the last words are saved first.
  public void close() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private void register(FxmlScreens screens, WindowNavigator navigator, TopBarController bar) {
    Messages messages = context.messages();
    ImportViewModel imports = new ImportViewModel(context, parts.journal()::poll);
    ImportMenu importMenu = new ImportMenu(stage, messages, imports);
    StatusViewModel status =
        new StatusViewModel(
            context.health(), parts.editor().editor().unsavedCount(), messages, System::nanoTime);
    SampleImport samples = new SampleImport(context, parts.entries());
    screens
        .with(TopBarController.class, () -> bar)
        .with(StatusController.class, () -> new StatusController(status, watch, main))
        .with(
            SidebarController.class,
            () ->
                new SidebarController(
                    parts.journal(),
                    parts.reports().reports(),
                    navigator,
                    parts.entries()::calendar,
                    importMenu,
                    messages))
        .with(ImportController.class, () -> new ImportController(imports, messages))
        .with(
            WelcomeController.class,
            () ->
                new WelcomeController(
                    parts.journal(), parts.editor(), samples::add, importMenu, bar::write))
        .with(
            PaneController.class,
            () ->
                new PaneController(
                    main, () -> screens.load(Fxml.WELCOME), parts, navigator, messages))
        .with(ShortcutsController.class, () -> new ShortcutsController(main, messages));
  }

  private RestoredBounds open(@Nullable WindowState kept, ShortcutHandler keys) {
    WindowState state =
        WindowBounds.open(kept, Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    shell.apply(state, context.theming());
    Scene scene = new Scene(shell, state.width(), state.height());
    context.theming().style(scene);
    keys.listenOn(scene);
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
    return new RestoredBounds(stage, RestoredBounds.SETTLED);
  }

  private void closeRequested(WindowEvent event) {
    event.consume();
    if (closing) {
      return;
    }
    closing = true;
    completion.cancel();
    poll.stop();
    EditorViewModel editor = parts.editor().editor();
    editor.saveAll(); // first of all: whatever else fails, the words are safe
    keepBounds();
    PauseTransition patience = new PauseTransition(LAST_SAVE);
    patience.setOnFinished(e -> end());
    patience.play();
    editor
        .allSaved()
        .subscribe(
            saved -> {
              if (saved) {
                patience.stop();
                end();
              }
            });
  }

  private void end() {
    if (ended) {
      return;
    }
    ended = true;
    parts.close();
    context.background().close();
    stage.hide();
  }

  /// Saves the window's position. A failure is only logged.
  private void keepBounds() {
    Rectangle2D normal = bounds.get();
    WindowState state =
        new WindowState(
            normal.getMinX(),
            normal.getMinY(),
            normal.getWidth(),
            normal.getHeight(),
            stage.isMaximized(),
            shell.sidebarWidth(),
            shell.listWidth());
    Settings settings = context.services().configuration().settings();
    context
        .services()
        .saveSettings(settings.withWindow(state))
        .whenComplete(
            (written, failure) -> {
              if (failure != null) {
                LOG.warn("Could not save the window's position", failure);
              }
            });
  }
}
