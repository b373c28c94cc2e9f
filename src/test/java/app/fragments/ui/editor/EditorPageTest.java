package app.fragments.ui.editor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.settings.Settings;
import app.fragments.ui.FxThread;
import app.fragments.ui.editor.text.MarkdownArea;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keys and clicks in the editor page.
class EditorPageTest {
  private static final String TEXT = "900 requests a second, p95 at 42 ms. Goal was 60 ms.";
  private static final String PASSAGE = "p95 at 42 ms";
  private static final int START = TEXT.indexOf(PASSAGE);
  private static final int END = START + PASSAGE.length();

  @TempDir Path folder;
  private EditorFixture world;

  @BeforeEach
  void open() {
    world = new EditorFixture(folder);
    world.showPage();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void no_fragment_can_be_edited_while_another_is_slow_to_open() throws Exception {
    world.open("Stand-up");
    world.gate.hold("find");
    EntryId id = world.entry("Load test").id();

    FxThread.run(() -> world.editor.open(id, () -> {}));
    world.gate.awaitCall();
    assertThat(FxThread.call(() -> world.text().isEditable())).isFalse();
    FxThread.await(
        "the note that it is opening",
        () -> requireNonNull(world.find("#opening", Pane.class)).isVisible());
    for (Settings.Theme theme : List.of(Settings.Theme.DARK, Settings.Theme.LIGHT)) {
      world.draw(theme, "opening-" + theme.name().toLowerCase(Locale.ROOT));
    }

    world.gate.open();
    world.awaitOpen("Load test");
    assertThat(FxThread.call(() -> requireNonNull(world.find("#opening", Pane.class)).isVisible()))
        .isFalse();
  }

  @Test
  void typing_after_following_a_citation_keeps_the_passage() {
    follow();

    world.type("!");

    assertThat(text()).isEqualTo(TEXT.replace(PASSAGE, PASSAGE + "!"));
    assertThat(FxThread.call(this::isHighlighted)).isFalse();
  }

  @Test
  void pasting_after_following_a_citation_keeps_the_passage() {
    follow();
    FxThread.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString("!");
          Clipboard.getSystemClipboard().setContent(content);
        });

    world.press(KeyCode.V, false, true);

    assertThat(text()).isEqualTo(TEXT.replace(PASSAGE, PASSAGE + "!"));
  }

  @Test
  void cutting_after_following_a_citation_keeps_the_passage() {
    follow();

    world.press(KeyCode.X, false, true);

    assertThat(text()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"BACK_SPACE", "DELETE", "ENTER"})
  void an_editing_key_works_at_the_end_of_the_passage(KeyCode key) {
    follow();

    world.press(key, false, false);

    assertThat(text()).contains("p95 at 42 m").hasSizeBetween(TEXT.length() - 1, TEXT.length() + 1);
  }

  @Test
  void a_highlighted_passage_can_be_copied() {
    follow();

    world.press(KeyCode.C, false, true);

    assertThat(FxThread.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(PASSAGE);
    assertThat(FxThread.call(this::isHighlighted)).isTrue();
  }

  @Test
  void a_highlighted_passage_can_be_extended_and_replaced() {
    follow();

    world.press(KeyCode.RIGHT, true, false);
    world.type("!");

    assertThat(text()).isEqualTo(TEXT.replace(PASSAGE + ".", "!"));
  }

  @Test
  void a_navigation_key_removes_the_highlight() {
    follow();

    world.press(KeyCode.END, false, true);

    assertThat(FxThread.call(this::isHighlighted)).isFalse();
    assertThat(FxThread.call(() -> world.text().getSelection().getLength())).isZero();
    assertThat(text()).isEqualTo(TEXT);
  }

  @Test
  void a_selection_by_the_user_survives_the_highlight() {
    follow();

    FxThread.run(() -> world.text().selectRange(0, 3));

    FxThread.await("the highlight is gone", () -> !isHighlighted());
    assertThat(FxThread.call(() -> world.text().getSelection())).isEqualTo(new IndexRange(0, 3));
  }

  @Test
  void a_highlight_disappears_after_a_while() {
    follow();

    FxThread.await("the highlight is gone", () -> !isHighlighted());
    assertThat(FxThread.call(() -> world.text().getSelection()))
        .isEqualTo(new IndexRange(END, END));
  }

  @Test
  void a_tag_being_typed_survives_a_save_of_the_text() {
    world.open("Stand-up");
    world.write("Blocked no more.");
    beginTag();
    world.type("r");

    FxThread.await("saved", () -> world.editor.saveState.get() == EditorViewModel.SaveState.SAVED);

    assertThat(FxThread.call(this::isTagging)).isTrue();
    world.type("e");
    world.press(KeyCode.ENTER, false, false);
    assertThat(FxThread.call(() -> world.editor.entry().orElseThrow().tags()))
        .containsExactly("standup", "re");
  }

  @Test
  void a_tag_being_typed_survives_a_tag_added_elsewhere() {
    Entry open = world.open("Stand-up");
    beginTag();
    world.type("r");
    Entry theirs = world.services.entries.save(open.withTags(List.of("standup", "theirs")));

    FxThread.run(() -> world.editor.changedElsewhere(theirs.header()));

    FxThread.await("theirs", () -> world.editor.entry().orElseThrow().tags().contains("theirs"));
    assertThat(FxThread.call(this::isTagging)).isTrue();
    world.press(KeyCode.ENTER, false, false);
    assertThat(FxThread.call(() -> world.editor.entry().orElseThrow().tags()))
        .containsExactly("standup", "theirs", "r");
  }

  @Test
  void a_tag_being_typed_is_not_added_to_another_fragment() {
    world.open("Stand-up");
    beginTag();
    world.type("r");

    world.open("Load test");

    assertThat(FxThread.call(() -> field() == null)).isTrue();
    assertThat(FxThread.call(() -> world.editor.entry().orElseThrow().tags()))
        .containsExactly("performance");
  }

  private void follow() {
    FxThread.run(() -> world.module.show(world.entry("Load test").id(), PASSAGE));
    FxThread.await("the passage is highlighted", this::isHighlighted);
    assertThat(FxThread.call(() -> world.text().getSelection()))
        .isEqualTo(new IndexRange(START, END));
  }

  private boolean isHighlighted() {
    return world.find(".editor-text", MarkdownArea.class) instanceof MarkdownArea area
        && area.getPseudoClassStates().contains(PseudoClass.getPseudoClass("marked"));
  }

  private String text() {
    return FxThread.call(() -> world.text().getText());
  }

  private @Nullable TextField field() {
    return world.find(".tag-field", TextField.class);
  }

  private void beginTag() {
    FxThread.run(
        () ->
            requireNonNull(world.find(".meta", Pane.class)).getChildren().stream()
                .filter(node -> node instanceof Button pill && pill.getText().equals("+ tag"))
                .toList()
                .forEach(node -> ((Button) node).fire()));
    FxThread.await("the field has the focus", this::isTagging);
    FxThread.settle(); // the first layout creates the skin, which handles keys
  }

  private boolean isTagging() {
    TextField field = field();
    return field != null && field.isFocused();
  }
}
