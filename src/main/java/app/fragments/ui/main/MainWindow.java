package app.fragments.ui.main;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
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
import app.fragments.ui.editor.EditorPart;
import app.fragments.ui.entries.EntriesPart;
import app.fragments.ui.entries.JournalActions;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The window of Fragments: makes its parts, connects them and shows them. The shell is on the
/// screen at once; the store is opened meanwhile. On the FX thread.
public final class MainWindow {
  /// How soon another process's writes show up.
  private static final Duration POLL = Duration.seconds(2);

  /// How long closing waits for the last words to reach the store; after that they are safe in the
  /// recovery folder.
  private static final Duration LAST_SAVE = Duration.seconds(3);

  private final Stage stage;
  private final UiContext context;
  private final MainViewModel main = new MainViewModel();
  private final EntriesPart entries;
  private final EditorPart editor;
  private final WindowParts woven;
  private final StoreWatch watch;
  private final Timeline poll;
  private final MainShell shell;
  private boolean closing;

  /// @param browser opens a web address in the system's browser
  public MainWindow(Stage stage, UiServices services, Consumer<String> browser) {
    this.stage = stage;
    Messages messages = new Messages(Locale.ENGLISH);
    Theming theming = new Theming();
    Settings settings = services.configuration().settings();
    theming.apply(settings.theme(), settings.textSize());
    ToastsPane toasts = new ToastsPane(messages, theming);
    WindowNavigator navigator = new WindowNavigator(main, toasts::show, browser);
    context =
        new UiContext(services, new Background(), messages, navigator, new StoreHealth(), theming);
    FxmlScreens screens = new FxmlScreens(messages);
    entries = new EntriesPart(context, screens, new Dialogs(stage, theming, messages));
    editor = new EditorPart(context, screens, neighbours());
    woven = new WindowParts(context, screens, main, entries.journal());
    Parts parts = woven.parts();
    navigator.connect(
        new WindowNavigator.Connections(entries.journal(), editor, parts.showReport()));
    watch = new StoreWatch(context);
    poll = new Timeline(new KeyFrame(POLL, e -> poll()));
    poll.setCycleCount(Animation.INDEFINITE);
    BarController bar = new BarController(context, main, entries.journal(), editor, parts);
    register(screens, parts, navigator, bar);
    shell = new MainShell(main, screens, entries.list(), parts, toasts);
    connect(new WindowKeys(main, bar, navigator, entries.journal(), editor, toasts));
  }

  /// Shows the window and opens the store.
  public void show() {
    watch.ask();
    woven.start();
    poll.play();
    stage.show();
  }

  /// Closes the window as its close button does: the last words are saved first.
  public void close() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private void poll() {
    entries.journal().poll();
    woven.poll();
  }

  private EditorPart.Neighbours neighbours() {
    JournalActions actions = entries.actions();
    return new EditorPart.Neighbours(
        this::saved, id -> actions.trash(List.of(id)), id -> actions.restore(List.of(id)));
  }

  private void register(
      FxmlScreens screens, Parts parts, WindowNavigator navigator, BarController bar) {
    Messages messages = context.messages();
    screens
        .with(BarController.class, () -> bar)
        .with(
            StatusController.class,
            () -> new StatusController(context.health(), watch, main, messages))
        .with(
            SidebarController.class,
            () ->
                new SidebarController(
                    entries.journal(), parts.reports(), entries::calendar, messages))
        .with(
            WelcomeController.class,
            () -> new WelcomeController(entries.journal(), editor, () -> {}, () -> {}, bar::write))
        .with(
            PaneController.class,
            () ->
                new PaneController(
                    main, editor, () -> screens.load(Fxml.WELCOME), parts, navigator, messages))
        .with(ShortcutsController.class, () -> new ShortcutsController(main, messages));
  }

  private void connect(WindowKeys keys) {
    entries.journal().current().addListener((o, old, now) -> currentChanged(now));
    entries.journal().listing().addListener((o, old, now) -> refreshOpen());
    WindowState state =
        WindowBounds.open(
            context.services().configuration().settings().window(),
            Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    shell.apply(state);
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
  }

  private void currentChanged(@Nullable EntryId now) {
    if (now != null) {
      main.tab().set(Tab.FRAGMENT);
      editor.show(now, null);
    }
  }

  /// The open fragment may have been changed by somebody else.
  private void refreshOpen() {
    editor
        .editor()
        .entry()
        .flatMap(entry -> entries.journal().find(entry.id()))
        .ifPresent(editor.editor()::changedElsewhere);
  }

  private void saved(List<Entry> written) {
    entries.journal().written(written.stream().map(Entry::header).toList());
    if (entries.journal().current().get() == null) {
      editor
          .editor()
          .entry()
          .filter(entry -> written.stream().anyMatch(w -> w.id().equals(entry.id())))
          .ifPresent(entry -> entries.journal().current().set(entry.id()));
    }
  }

  private void closeRequested(WindowEvent event) {
    event.consume();
    if (closing) {
      return;
    }
    closing = true;
    poll.stop();
    keepBounds();
    editor.editor().leave();
    PauseTransition patience = new PauseTransition(LAST_SAVE);
    patience.setOnFinished(e -> end());
    if (editor.editor().unsaved().get() == 0) {
      end();
    } else {
      editor
          .editor()
          .unsaved()
          .addListener(
              (o, old, now) -> {
                if (now.intValue() == 0) {
                  patience.stop();
                  end();
                }
              });
      patience.play();
    }
  }

  private void end() {
    editor.close();
    woven.close();
    context.background().close();
    stage.hide();
  }

  private void keepBounds() {
    Settings settings = context.services().configuration().settings();
    context
        .services()
        .saveSettings(
            settings.withWindow(
                new WindowState(
                    stage.getX(),
                    stage.getY(),
                    stage.getWidth(),
                    stage.getHeight(),
                    stage.isMaximized(),
                    shell.sidebarWidth(),
                    shell.listWidth())));
  }
}
