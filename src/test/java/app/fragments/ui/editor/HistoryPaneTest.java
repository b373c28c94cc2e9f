package app.fragments.ui.editor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryVersion;
import app.fragments.settings.Settings;
import app.fragments.ui.FxThread;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The saved states of the open fragment.
class HistoryPaneTest {
  @TempDir Path folder;
  private EditorFixture world;
  private Entry open;

  @BeforeEach
  void open() {
    world = new EditorFixture(folder);
    world.showPage();
    open = world.open("Stand-up");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void lists_the_states_and_shows_what_changed_since() {
    remember("2026-02-05T09:31:00Z", "Stand-up", "Blocked until noon.", "standup");
    remember("2026-02-06T18:00:00Z", "Standing up", "Blocked on the staging database until two.");
    show();

    assertThat(FxThread.call(() -> cells()))
        .containsExactly("Fri 6 Feb 2026, 18:00", "Thu 5 Feb 2026, 09:31");
    FxThread.await("compared", () -> diff(".diff-text").contains("[+noon+]"));
    assertThat(FxThread.call(() -> diff(".diff-title"))).isEqualTo("[-Standing -][+Stand-+]up");
    for (Settings.Theme theme : List.of(Settings.Theme.DARK, Settings.Theme.LIGHT)) {
      world.draw(theme, "history-" + theme.name().toLowerCase(Locale.ROOT));
    }

    FxThread.run(() -> list().getSelectionModel().select(1));

    FxThread.await(
        "compared",
        () -> diff(".diff-text").equals("Blocked [+on the staging database +]until noon."));
    assertThat(FxThread.call(() -> label("+ 4 words").isVisible())).isTrue();
  }

  @Test
  void restores_a_state_with_undo() {
    remember("2026-02-05T09:31:00Z", "Standing up", "Blocked.", "first");
    show();
    FxThread.await("ready", () -> !restore().isDisabled());

    FxThread.run(() -> restore().fire());

    assertThat(FxThread.call(() -> world.editor.text.get())).isEqualTo("Blocked.");
    FxThread.await("saved", () -> isStored("Standing up", "Blocked."));
    assertThat(world.entry("Standing up").tags()).containsExactly("first");
    assertThat(FxThread.call(this::isShown)).isFalse();

    FxThread.run(requireNonNull(world.navigator.undo));

    FxThread.await("undone", () -> world.editor.text.get().equals(open.text()));
    world.awaitSaved();
    assertThat(world.entry("Stand-up").tags()).isEqualTo(open.tags());
  }

  @Test
  void undo_restores_the_fragment_though_another_one_is_open() {
    remember("2026-02-05T09:31:00Z", "Stand-up", "Blocked.");
    show();
    FxThread.await("ready", () -> !restore().isDisabled());
    FxThread.run(() -> restore().fire());
    world.open("Load test");
    FxThread.await("saved", () -> world.stored("Stand-up").equals("Blocked."));

    FxThread.run(requireNonNull(world.navigator.undo));

    FxThread.await("undone", () -> world.stored("Stand-up").equals(open.text()));
  }

  @Test
  void says_that_there_are_no_other_states() {
    show();

    FxThread.await("a notice", () -> label("No other states yet").isVisible());
  }

  @Test
  void escape_and_opening_another_fragment_close_it() {
    remember("2026-02-05T09:31:00Z", "Stand-up", "Blocked.");
    show();
    FxThread.await("focus", () -> list().isFocused());
    world.press(KeyCode.ESCAPE, false, false);
    assertThat(FxThread.call(this::isShown)).isFalse();

    show();
    world.open("Load test");
    assertThat(FxThread.call(this::isShown)).isFalse();
    assertThat(FxThread.call(() -> world.text().isDisabled())).isFalse();
  }

  @Test
  void saving_adds_a_state_and_keeps_the_one_before() {
    world.write("New words");
    FxThread.await("saved", () -> world.stored("Stand-up").equals("New words"));
    world.awaitSaved();

    assertThat(world.services.entries.history().versions(open.userId(), open.id()))
        .extracting(EntryVersion::text)
        .startsWith("New words");
  }

  private void remember(String savedAt, String title, String text, String... tags) {
    Entry state =
        open.withText(title, text).withTags(List.of(tags)).withRevision(1, Instant.parse(savedAt));
    world.services.entries.history().record(state.withRevision(0, Instant.EPOCH), state);
  }

  private boolean isStored(String title, String text) {
    return world.services.all().stream()
        .anyMatch(entry -> entry.title().equals(title) && entry.text().equals(text));
  }

  private void show() {
    FxThread.run(() -> world.module.showHistory());
    FxThread.settle();
  }

  private boolean isShown() {
    return world.find(".history", Parent.class) != null;
  }

  private ListView<?> list() {
    return requireNonNull(world.find(".history-list", ListView.class));
  }

  private List<String> cells() {
    return list().lookupAll(".list-cell").stream()
        .map(node -> (javafx.scene.control.ListCell<?>) node)
        .filter(cell -> !cell.isEmpty())
        .sorted((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
        .map(cell -> cell.getText())
        .toList();
  }

  private Button restore() {
    return requireNonNull(world.find("#restoreVersion", Button.class));
  }

  private Label label(String start) {
    return requireNonNull(world.find(".history", Parent.class)).lookupAll(".label").stream()
        .filter(node -> node instanceof Label one && one.getText().startsWith(start))
        .map(Label.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /// The compared text, with `[+added+]` and `[-removed-]` words.
  private String diff(String selector) {
    return requireNonNull(world.find(selector, Parent.class)).getChildrenUnmodifiable().stream()
        .map(Text.class::cast)
        .map(
            part ->
                part.getStyleClass().contains("diff-added")
                    ? "[+" + part.getText() + "+]"
                    : part.getStyleClass().contains("diff-removed")
                        ? "[-" + part.getText() + "-]"
                        : part.getText())
        .collect(Collectors.joining());
  }
}
