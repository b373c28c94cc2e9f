package app.fragments.ui.editor;

import static java.util.Objects.requireNonNull;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryStore;
import app.fragments.journal.TagCount;
import app.fragments.settings.Settings;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.Screens;
import app.fragments.ui.common.Background;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.editor.text.MarkdownArea;
import app.fragments.ui.parts.RecordingNavigator;
import app.fragments.ui.report.ReportModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The editor without the rest of the window, on an in-memory journal behind a gate.
final class EditorFixture implements AutoCloseable {
  final Gate gate = new Gate();
  final FakeUiServices services;
  final StoreHealth health = new StoreHealth();
  final RecordingNavigator navigator = new RecordingNavigator();
  final UiContext context;
  final EditorModule module;

  /// The tags of the journal, for suggestions.
  List<TagCount> tags = List.of();

  /// The tags by which the list was filtered.
  final List<String> filters = new ArrayList<>();

  final EditorViewModel editor;
  private final Background background = new Background();
  private final ScreenLoader screens;
  private final Theming theming;
  private final Stage stage;

  EditorFixture(Path folder) {
    this(folder, null);
  }

  /// @param store the journal, instead of the one in memory; not filled
  EditorFixture(Path folder, @Nullable EntryStore store) {
    FxThread.start();
    services =
        new FakeUiServices(folder) {
          @Override
          public EntryStore entries() {
            return gate.before(store == null ? entries : store);
          }
        };
    Journal.fill(services.entries);
    Messages messages = new Messages(Locale.ENGLISH);
    screens = new ScreenLoader(messages);
    theming = FxThread.call(() -> new Theming(Settings.Theme.LIGHT, 100));
    context = new UiContext(services, background, messages, navigator, health, theming);
    module =
        FxThread.call(
            () ->
                new EditorModule(
                    context,
                    screens,
                    new EditorModule.Callbacks(
                        written -> {},
                        id -> {},
                        id -> {},
                        () -> tags,
                        filters::add,
                        () -> new ReportModule(context, screens).fragmentPage())));
    editor = module.editor();
    stage = FxThread.call(Stage::new);
    FxThread.run(health::answered);
  }

  /// Shows the page in a window.
  void showPage() {
    FxThread.run(
        () -> {
          Scene scene = new Scene(new StackPane(module.page()), 800, 600);
          theming.style(scene);
          stage.setScene(scene);
          stage.show();
        });
    FxThread.settle();
  }

  /// Saves a screenshot of the page.
  void draw(Settings.Theme theme, String name) {
    FxThread.run(() -> theming.apply(theme, 100));
    FxThread.settle();
    FxThread.run(() -> Screens.write(stage.getScene(), name));
  }

  /// Opens a fragment and waits until it is shown.
  Entry open(String title) {
    Entry entry = entry(title);
    FxThread.run(() -> editor.open(entry.id(), () -> {}));
    awaitOpen(title);
    return entry;
  }

  void awaitOpen(String title) {
    FxThread.await(
        title + " is open",
        () -> editor.entry().filter(open -> open.title().equals(title)).isPresent());
  }

  void write(String text) {
    FxThread.run(() -> editor.text.set(text));
  }

  void awaitSaved() {
    FxThread.await("everything is saved", () -> editor.unsavedCount().get() == 0);
  }

  Entry entry(String title) {
    return services.all().stream()
        .filter(entry -> entry.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  String stored(String title) {
    return entry(title).text();
  }

  /// On the FX thread.
  <T extends Node> @Nullable T find(String selector, Class<T> type) {
    return type.cast(stage.getScene().lookup(selector));
  }

  /// On the FX thread.
  MarkdownArea text() {
    return requireNonNull(find(".editor-text", MarkdownArea.class));
  }

  /// Types a letter into the focused control.
  void type(String letter) {
    fire(KeyEvent.KEY_TYPED, letter, KeyCode.UNDEFINED, false, false);
  }

  /// Presses a key in the focused control.
  void press(KeyCode code, boolean shift, boolean control) {
    fire(KeyEvent.KEY_PRESSED, "", code, shift, control);
  }

  private void fire(
      EventType<KeyEvent> kind, String letter, KeyCode code, boolean shift, boolean control) {
    FxThread.run(
        () ->
            Event.fireEvent(
                stage.getScene().getFocusOwner(),
                new KeyEvent(kind, letter, "", code, shift, control, false, false)));
  }

  @Override
  public void close() {
    gate.open();
    FxThread.run(
        () -> {
          module.close();
          background.close();
          stage.hide();
        });
    services.close();
  }
}
