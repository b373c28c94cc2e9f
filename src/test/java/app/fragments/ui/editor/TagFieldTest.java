package app.fragments.ui.editor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.TagCount;
import app.fragments.ui.FxThread;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Adding, removing and following tags on the page of a fragment.
class TagFieldTest {
  @TempDir Path folder;
  private EditorFixture world;
  private Entry open;

  @BeforeEach
  void open() {
    world = new EditorFixture(folder);
    world.tags =
        List.of(
            new TagCount("release", 13),
            new TagCount("retro", 4),
            new TagCount("standup", 3),
            new TagCount("research", 2),
            new TagCount("R\u00e9sum\u00e9", 1));
    world.showPage();
    open = world.open("Stand-up");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void suggests_tags_by_prefix_with_counts_and_a_new_one_last() {
    begin();

    type("re");

    assertThat(rows()).containsExactly("release13", "retro4", "research2", "New tag “re”");
  }

  @Test
  void suggests_the_most_used_tags_before_anything_is_typed() {
    begin();

    assertThat(rows()).startsWith("release13", "retro4", "research2").hasSize(4);
    world.press(KeyCode.ESCAPE, false, false);
    assertThat(tags()).containsExactly("standup");
    assertThat(rows()).isEmpty();
  }

  @Test
  void suggests_at_most_six() {
    world.tags =
        Stream.of("r1", "r2", "r3", "r4", "r5", "r6", "r7").map(TagFieldTest::one).toList();
    begin();

    type("r");

    assertThat(rows()).hasSize(7).last().isEqualTo("New tag “r”");
  }

  @Test
  void offers_no_new_tag_if_it_is_known_in_another_spelling() {
    begin();

    type("re\u0301sume\u0301");

    assertThat(rows()).containsExactly("R\u00e9sum\u00e91");
  }

  @Test
  void enter_takes_the_suggestion_and_waits_for_the_next_tag() {
    begin();
    type("re");

    world.press(KeyCode.DOWN, false, false);
    world.press(KeyCode.ENTER, false, false);

    assertThat(tags()).containsExactly("standup", "retro");
    type("ret");
    assertThat(rows()).containsExactly("New tag “ret”");
  }

  @Test
  void tab_takes_the_suggestion() {
    begin();
    type("rel");

    world.press(KeyCode.TAB, false, false);

    assertThat(tags()).containsExactly("standup", "release");
  }

  @Test
  void a_comma_adds_what_was_typed() {
    begin();

    type("re,");

    FxThread.await("the field is empty", () -> field().getText().isEmpty());
    assertThat(tags()).containsExactly("standup", "re");
  }

  @Test
  void escape_closes_the_field_without_adding() {
    begin();
    type("re");

    world.press(KeyCode.ESCAPE, false, false);

    assertThat(tags()).containsExactly("standup");
    assertThat(FxThread.call(() -> world.find(".tag-field", TextField.class) == null)).isTrue();
  }

  @Test
  void backspace_in_the_empty_field_removes_the_last_tag_and_undo_restores_it() {
    begin();

    world.press(KeyCode.BACK_SPACE, false, false);

    assertThat(tags()).isEmpty();
    undo();
    assertThat(tags()).containsExactly("standup");
  }

  @Test
  void a_click_on_a_tag_filters_the_list() {
    FxThread.run(() -> chip().fire());

    assertThat(world.filters).containsExactly("standup");
    assertThat(tags()).containsExactly("standup");
  }

  @Test
  void a_removed_tag_comes_back_though_another_fragment_is_open() {
    FxThread.run(() -> requireNonNull(world.find(".remove-tag", Button.class)).fire());
    assertThat(tags()).isEmpty();
    world.open("Load test");
    FxThread.await("removed", () -> world.entry("Stand-up").tags().isEmpty());

    undo();

    FxThread.await("restored", () -> world.entry("Stand-up").tags().equals(open.tags()));
    assertThat(tags()).containsExactly("performance");
  }

  @Test
  void a_spelling_of_a_tag_is_not_added_twice() {
    FxThread.run(
        () -> {
          world.editor.addTag("Caf\u00e9");
          world.editor.addTag("cafe\u0301");
        });

    assertThat(tags()).containsExactly("standup", "Caf\u00e9");
  }

  private void begin() {
    FxThread.run(
        () ->
            requireNonNull(world.find(".meta", Pane.class)).getChildren().stream()
                .filter(node -> node instanceof Button pill && pill.getText().equals("+ tag"))
                .toList()
                .forEach(node -> ((Button) node).fire()));
    FxThread.await("the field has the focus", () -> field().isFocused());
    FxThread.settle();
  }

  private void type(String text) {
    text.codePoints().forEach(letter -> world.type(Character.toString(letter)));
  }

  private void undo() {
    FxThread.run(requireNonNull(world.navigator.undo));
  }

  private TextField field() {
    return requireNonNull(world.find(".tag-field", TextField.class));
  }

  private Button chip() {
    return requireNonNull(world.find(".tag-chip > .pill", Button.class));
  }

  private List<String> tags() {
    return FxThread.call(() -> world.editor.entry().orElseThrow().tags());
  }

  /// The words of each row of the suggestions.
  private static List<String> rows() {
    return FxThread.call(
        () ->
            Window.getWindows().stream()
                .filter(window -> window instanceof Popup && window.isShowing())
                .flatMap(window -> window.getScene().getRoot().lookupAll(".suggestion").stream())
                .map(TagFieldTest::words)
                .toList());
  }

  private static String words(Node row) {
    StringBuilder words = new StringBuilder();
    ((Parent) row)
        .getChildrenUnmodifiable()
        .forEach(node -> words.append(((Labeled) node).getText()));
    return words.toString();
  }

  private static TagCount one(String tag) {
    return new TagCount(tag, 1);
  }
}
