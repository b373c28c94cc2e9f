package app.fragments.ui.editor.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskBoxesTest {
  @Test
  void a_task_is_ticked_and_unticked_and_the_caret_stays() {
    assertThat(toggle("- [ ] call¦ Karin")).isEqualTo("- [x] call¦ Karin");
    assertThat(toggle("- [x] call¦ Karin")).isEqualTo("- [ ] call¦ Karin");
    assertThat(toggle("  1. [X] a¦")).isEqualTo("  1. [ ] a¦");
    assertThat(toggle("> - [ ] a¦")).isEqualTo("> - [x] a¦");
  }

  @Test
  void a_line_without_a_box_is_left_alone() {
    assertThat(toggle("- call¦")).isEqualTo("unchanged");
    assertThat(toggle("call [ ] ¦")).isEqualTo("unchanged");
  }

  @Test
  void the_line_may_be_anywhere_in_the_text() {
    assertThat(TaskBoxes.toggle("- [ ] a", 10, 3, 3)).contains(new TextEdit(13, 14, "x", 3, 3));
  }

  private static String toggle(String marked) {
    Caret at = Caret.in(marked);
    return at.after(TaskBoxes.toggle(at.text(), 0, at.start(), at.end()));
  }
}
