package app.fragments.ui.editor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import app.fragments.ui.FxThread;
import app.fragments.ui.editor.text.MarkdownArea;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CaretParent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Writing Markdown on the page of a fragment.
class MarkdownEditorTest {
  private static final String SAMPLE =
      """
      Sketched the PDF with Aisha and Lena: **one A4 page**, Nordwind’s logo, and the *sources* as \
      footnotes. Karin prints the web page today and glues the ~~logo~~ copies each time.

      ## What we can reuse

      The print view already has page breaks and footnotes. `report.css` needs a second style \
      sheet and a place for the logo. My estimate is **4 days**, if we do not start a layout engine.

      - Our brand typeface may not be shipped inside a PDF, so the export uses Inter until the \
      foundry has answered.
      - Long tables break in the middle of a row. `break-inside: avoid` fixes that on screen, \
      and the PDF needs the same rule.
        1. nested one
        2. nested two that is so long that it has to be wrapped below its own first word, once

      ## Before we promise anything

      - [x] ask Karin which paper size the board uses
      - [ ] make a sample from a real report
      - [ ] get the answer about the typeface in writing

      > “If the board can read it on paper, I can stop explaining the numbers.” — Karin

      ```
      mvn -q verify   # ten minutes
      ```

      Notes from her call are in [Customer call: Nordwind](https://a.example/call). Prices are in \
      [PDF options](https://a.example/pdf).
      """;

  @TempDir Path folder;
  private EditorFixture world;

  @BeforeEach
  void open() {
    world = new EditorFixture(folder);
    world.showPage();
    world.open("Stand-up");
    FxThread.run(() -> world.text().requestFocus());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void markdown_is_styled_while_it_is_written() {
    write("a **b** [c](https://d.example)", 0);
    FxThread.settle();

    assertThat(styled("md-bold")).containsExactly("**", "b", "**");
    assertThat(styled("md-hidden")).containsExactly("[", "](https://d.example)");

    caret(7);
    world.type("!");
    FxThread.settle();
    assertThat(text()).isEqualTo("a **b**! [c](https://d.example)");

    caret(text().length());
    FxThread.settle();
    assertThat(styled("md-hidden")).isEmpty();
  }

  @Test
  void looks_as_drawn() {
    write(SAMPLE, 0);
    FxThread.settle();
    for (Settings.Theme theme : List.of(Settings.Theme.DARK, Settings.Theme.LIGHT)) {
      world.draw(theme, "editor-markdown-" + theme.name().toLowerCase(Locale.ROOT));
    }
    world.press(KeyCode.END, false, true);
    FxThread.settle();
    FxThread.settle();
    for (Settings.Theme theme : List.of(Settings.Theme.DARK, Settings.Theme.LIGHT)) {
      world.draw(theme, "editor-end-" + theme.name().toLowerCase(Locale.ROOT));
    }
    assertThat(FxThread.call(() -> area().lookupAll(".md-box").size())).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void the_end_of_a_long_text_can_be_reached(String text) {
    write(text, 0);

    world.press(KeyCode.END, false, true);
    FxThread.settle();

    assertThat(FxThread.call(() -> area().getCaretPosition())).isEqualTo(text.length());
    assertCaretIsSeen("after Ctrl+End");
    world.type("!");
    FxThread.settle();
    assertCaretIsSeen("after typing");
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void the_caret_is_seen_after_every_key(String text) {
    write(text, text.length() / 2);
    List<KeyCode> keys =
        List.of(
            KeyCode.DOWN,
            KeyCode.PAGE_DOWN,
            KeyCode.ENTER,
            KeyCode.UP,
            KeyCode.PAGE_UP,
            KeyCode.LEFT,
            KeyCode.BACK_SPACE,
            KeyCode.HOME,
            KeyCode.UP,
            KeyCode.PAGE_DOWN,
            KeyCode.PAGE_DOWN,
            KeyCode.END,
            KeyCode.DOWN,
            KeyCode.RIGHT,
            KeyCode.DELETE);
    for (int round = 0; round < 3; round++) {
      for (KeyCode key : keys) {
        world.press(key, false, false);
        FxThread.settle();
        assertCaretIsSeen("after " + key);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void paging_goes_through_the_whole_text(String text) {
    write(text, 0);
    int pages = 0;
    int before = -1;
    while (before < text.length() && pages < 100) {
      before = FxThread.call(() -> area().getCaretPosition());
      world.press(KeyCode.PAGE_DOWN, false, false);
      FxThread.settle();
      assertThat(FxThread.call(() -> area().getCaretPosition())).isGreaterThanOrEqualTo(before);
      if (before == text.length()) {
        break;
      }
      pages++;
    }
    assertThat(pages).isBetween(2, 40);
  }

  static List<String> longTexts() {
    String lines =
        IntStream.rangeClosed(1, 40)
            .mapToObj(i -> "Line " + i + " of the text")
            .collect(Collectors.joining("\n"));
    return List.of(lines, "word and word ".repeat(720).strip());
  }

  @Test
  void enter_tab_and_backspace_work_in_lists() {
    write("1. one\n2. two", 6);

    world.press(KeyCode.ENTER, false, false);
    world.type("x");
    assertThat(text()).isEqualTo("1. one\n2. x\n3. two");
    world.press(KeyCode.TAB, false, false);
    assertThat(text()).isEqualTo("1. one\n   2. x\n3. two");
    world.press(KeyCode.TAB, true, false);
    world.press(KeyCode.BACK_SPACE, false, false);
    world.press(KeyCode.BACK_SPACE, false, false);
    assertThat(text()).isEqualTo("1. one\n\n3. two");
  }

  @Test
  void shortcuts_format_the_selection() {
    write("one two", 0);
    FxThread.run(() -> area().selectRange(4, 7));

    world.press(KeyCode.B, false, true);
    assertThat(text()).isEqualTo("one **two**");
    world.press(KeyCode.I, false, true);
    assertThat(text()).isEqualTo("one ***two***");
    world.press(KeyCode.I, false, true);
    world.press(KeyCode.B, false, true);
    world.press(KeyCode.E, false, true);
    assertThat(text()).isEqualTo("one `two`");
    world.press(KeyCode.E, false, true);
    world.press(KeyCode.X, true, true);
    assertThat(text()).isEqualTo("one ~~two~~");
    world.press(KeyCode.X, true, true);
    world.press(KeyCode.K, false, true);
    assertThat(text()).isEqualTo("one [two]()");
    assertThat(FxThread.call(() -> area().getCaretPosition())).isEqualTo(10);
  }

  @Test
  void typing_a_marker_wraps_the_selection() {
    write("one two", 0);
    FxThread.run(() -> area().selectRange(4, 7));
    world.type("*");
    world.type("*");
    assertThat(text()).isEqualTo("one **two**");
    assertThat(FxThread.call(() -> area().getSelectedText())).isEqualTo("two");
  }

  @Test
  void a_click_on_its_box_ticks_a_task_and_leaves_the_caret() {
    write("a\n\n- [ ] one\n- [ ] two", 1);
    FxThread.settle();

    click(FxThread.call(() -> area().lookupAll(".md-box").stream().toList().getLast()), false);
    FxThread.settle();

    assertThat(text()).isEqualTo("a\n\n- [ ] one\n- [x] two");
    assertThat(FxThread.call(() -> area().getCaretPosition())).isEqualTo(1);
    world.press(KeyCode.Z, false, true);
    assertThat(text()).isEqualTo("a\n\n- [ ] one\n- [ ] two");
  }

  @Test
  void ctrl_enter_ticks_the_task_of_the_line() {
    write("- [ ] one", 8);
    world.press(KeyCode.ENTER, false, true);
    assertThat(text()).isEqualTo("- [x] one");
    assertThat(FxThread.call(() -> area().getCaretPosition())).isEqualTo(8);
  }

  @Test
  void an_address_pasted_over_a_selection_makes_a_link() {
    write("see this", 0);
    FxThread.run(() -> area().selectRange(4, 8));
    copy("https://a.example", null);

    world.press(KeyCode.V, false, true);

    assertThat(text()).isEqualTo("see [this](https://a.example)");
  }

  @Test
  void rich_text_is_pasted_as_markdown() {
    write("", 0);
    copy(
        "Plan one two",
        "<h2>Plan</h2><p>Do <b>it</b> <a href=\"https://a.example\">here</a></p>"
            + "<ul><li>one</li><li>two</li></ul>");

    world.press(KeyCode.V, false, true);

    FxThread.await("the Markdown", () -> !area().getText().isEmpty());
    assertThat(text()).isEqualTo("## Plan\n\nDo **it** [here](https://a.example)\n\n* one\n* two");
    world.press(KeyCode.Z, false, true);
    world.press(KeyCode.V, true, true);
    assertThat(text()).isEqualTo("Plan one two");
  }

  @Test
  void undo_goes_back_by_words_and_survives_a_save() {
    write("", 0);
    typeAll("one two");
    world.awaitSaved();
    typeAll(" three");
    world.awaitSaved();

    world.press(KeyCode.Z, false, true);
    assertThat(text()).isEqualTo("one two ");
    world.press(KeyCode.Z, false, true);
    assertThat(text()).isEqualTo("one ");
    world.press(KeyCode.Y, false, true);
    assertThat(text()).isEqualTo("one two ");
  }

  @Test
  void undo_caret_and_place_survive_switching_fragments() {
    String lines = "A line\n".repeat(200);
    write(lines, 700);
    FxThread.run(() -> area().requestFollowCaret());
    FxThread.settle();
    typeAll("new");
    FxThread.settle();
    int top = FxThread.call(() -> area().firstVisibleParToAllParIndex());

    world.open("Load test");
    FxThread.settle();
    assertThat(FxThread.call(() -> area().isUndoAvailable())).isFalse();
    world.open("Stand-up");
    FxThread.settle();

    assertThat(FxThread.call(() -> area().getCaretPosition())).isEqualTo(703);
    assertThat(FxThread.call(() -> area().firstVisibleParToAllParIndex())).isEqualTo(top);
    FxThread.run(() -> area().requestFocus());
    world.press(KeyCode.Z, false, true);
    assertThat(text()).isEqualTo(lines);
  }

  @Test
  void arrows_and_delete_treat_an_emoji_as_one_character() {
    String family = "👨‍👩‍👧";
    write("a" + family + "b", 1);

    world.press(KeyCode.RIGHT, false, false);
    assertThat(FxThread.call(() -> area().getCaretPosition())).isEqualTo(1 + family.length());
    world.press(KeyCode.LEFT, false, false);
    assertThat(FxThread.call(() -> area().getCaretPosition())).isEqualTo(1);
    world.press(KeyCode.RIGHT, true, false);
    assertThat(FxThread.call(() -> area().getSelectedText())).isEqualTo(family);
    world.press(KeyCode.LEFT, false, false);
    world.press(KeyCode.DELETE, false, false);
    assertThat(text()).isEqualTo("ab");
  }

  @Test
  void ctrl_click_opens_a_link() {
    write("[there](https://a.example/x)\n\nend", 30);
    FxThread.settle();
    Node link = FxThread.call(() -> area().lookup(".md-link:not(.md-hidden)"));
    Node shown =
        FxThread.call(
            () ->
                area().lookupAll(".md-link").stream()
                    .filter(node -> node instanceof Text text && text.getText().equals("there"))
                    .findFirst()
                    .orElse(link));

    click(shown, true);

    assertThat(world.navigator.calls).containsExactly("browse https://a.example/x");
  }

  @Test
  void find_marks_all_hits_and_goes_through_them() {
    write("Fire here.\n\nNo fire.\n\nAnd FIRE again.", 12);
    FxThread.run(() -> world.module.find());
    FxThread.settle();
    typeAll("fire");
    FxThread.settle();

    assertThat(label(".find-count")).isEqualTo("2 of 3");
    assertThat(styled("md-hit")).containsExactly("Fire", "FIRE");
    assertThat(styled("md-current-hit")).containsExactly("fire");
    world.press(KeyCode.ENTER, false, false);
    assertThat(label(".find-count")).isEqualTo("3 of 3");
    world.press(KeyCode.ENTER, false, false);
    assertThat(label(".find-count")).isEqualTo("1 of 3");
    world.press(KeyCode.ENTER, true, false);
    for (Settings.Theme theme : List.of(Settings.Theme.DARK, Settings.Theme.LIGHT)) {
      world.draw(theme, "editor-find-" + theme.name().toLowerCase(Locale.ROOT));
    }
    world.press(KeyCode.ESCAPE, false, false);
    FxThread.settle();

    assertThat(FxThread.call(() -> area().getSelectedText())).isEqualTo("FIRE");
    assertThat(styled("md-hit")).isEmpty();
  }

  @Test
  void escape_returns_from_finding_to_where_the_user_was() {
    write("Fire here.\n\nNo fire.", 3);
    FxThread.run(() -> world.module.find());
    FxThread.settle();
    typeAll("xyz");
    assertThat(label(".find-count")).isEqualTo("No matches");
    world.press(KeyCode.ESCAPE, false, false);

    assertThat(FxThread.call(() -> area().getSelection())).isEqualTo(new IndexRange(3, 3));
    assertThat(FxThread.call(() -> area().isFocused())).isTrue();
  }

  @Test
  void the_footer_counts_words() {
    write("- [ ] one **two** three", 0);
    FxThread.await("three words", () -> count().equals("3 words"));
    FxThread.run(() -> area().selectRange(6, 17));
    FxThread.await("two of them", () -> count().equals("2 of 3 words"));
  }

  @Test
  void screen_readers_are_told_text_and_caret() {
    write("one\ntwo", 5);

    assertThat(attribute(AccessibleAttribute.TEXT)).isEqualTo("one\ntwo");
    assertThat(attribute(AccessibleAttribute.CARET_OFFSET)).isEqualTo(5);
    assertThat(attribute(AccessibleAttribute.LINE_FOR_OFFSET, 5)).isEqualTo(1);
    assertThat(attribute(AccessibleAttribute.LINE_START, 1)).isEqualTo(4);
    assertThat(attribute(AccessibleAttribute.LINE_END, 1)).isEqualTo(7);
    assertThat(attribute(AccessibleAttribute.EDITABLE)).isEqualTo(true);
  }

  @Test
  void line_breaks_of_other_systems_and_zero_bytes_are_no_change() {
    FxThread.run(() -> world.editor.text.set("a\r\nb\0c"));
    assertThat(text()).isEqualTo("a\nbc");
    caret(4);
    world.type("!");
    assertThat(text()).isEqualTo("a\nbc!");
  }

  private MarkdownArea area() {
    return world.text();
  }

  private void write(String text, int caret) {
    world.write(text);
    FxThread.settle();
    caret(caret);
  }

  private void caret(int offset) {
    FxThread.run(() -> area().moveTo(offset));
  }

  private void typeAll(String typed) {
    typed.codePoints().forEach(c -> world.type(Character.toString(c)));
  }

  private String text() {
    return FxThread.call(() -> area().getText());
  }

  private String label(String selector) {
    return FxThread.call(() -> requireNonNull(world.find(selector, Label.class)).getText());
  }

  /// On the FX thread.
  private String count() {
    return requireNonNull(world.find(".word-count", Label.class)).getText();
  }

  private List<String> styled(String styleClass) {
    return FxThread.call(
        () ->
            area().lookupAll("." + styleClass).stream()
                .filter(node -> node instanceof Text)
                .map(node -> ((Text) node).getText())
                .toList());
  }

  private Object attribute(AccessibleAttribute attribute, Object... parameters) {
    return FxThread.call(() -> area().queryAccessibleAttribute(attribute, parameters));
  }

  private void assertCaretIsSeen(String when) {
    FxThread.run(
        () -> {
          assertThat(CaretParent.isShown(area())).as(when).isTrue();
          Bounds caret = area().getCaretBounds().orElseThrow(() -> new AssertionError(when));
          Bounds seen = area().localToScreen(area().getLayoutBounds());
          assertThat(caret.getMinY()).as(when).isGreaterThanOrEqualTo(seen.getMinY() - 1);
          assertThat(caret.getMaxY()).as(when).isLessThanOrEqualTo(seen.getMaxY() + 1);
        });
  }

  private static void copy(String text, String html) {
    FxThread.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          if (html != null) {
            content.putHtml(html);
          }
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  private static void click(Node node, boolean control) {
    for (var type :
        List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
      FxThread.run(
          () -> {
            Bounds bounds = node.getLayoutBounds();
            var scene = node.localToScene(bounds.getCenterX(), bounds.getCenterY());
            var screen = node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
            node.fireEvent(
                new MouseEvent(
                    type,
                    scene.getX(),
                    scene.getY(),
                    screen.getX(),
                    screen.getY(),
                    MouseButton.PRIMARY,
                    1,
                    false,
                    control,
                    false,
                    false,
                    type == MouseEvent.MOUSE_PRESSED,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null));
          });
    }
  }
}
