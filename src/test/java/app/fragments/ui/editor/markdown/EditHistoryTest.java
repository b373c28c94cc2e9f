package app.fragments.ui.editor.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditHistoryTest {
  private final EditHistory history = new EditHistory();
  private String text = "";

  @Test
  void typing_is_undone_word_by_word() {
    type("one two  three");

    assertThat(undo()).isEqualTo("one two  ");
    assertThat(undo()).isEqualTo("one ");
    assertThat(undo()).isEmpty();
    assertThat(history.canUndo()).isFalse();
    assertThat(redo()).isEqualTo("one ");
    assertThat(redo()).isEqualTo("one two  ");
    assertThat(redo()).isEqualTo("one two  three");
    assertThat(history.canRedo()).isFalse();
  }

  @Test
  void a_new_edit_ends_redo() {
    type("one");
    undo();
    type("x");

    assertThat(history.canRedo()).isFalse();
    assertThat(undo()).isEmpty();
  }

  @Test
  void erasing_is_undone_word_by_word_in_both_directions() {
    replace(0, "", "one two");
    for (int i = 0; i < 7; i++) {
      replace(text.length() - 1, text.substring(text.length() - 1), "");
    }
    assertThat(undo()).isEqualTo("one ");
    assertThat(undo()).isEqualTo("one two");

    for (int i = 0; i < 7; i++) {
      replace(0, text.substring(0, 1), "");
    }
    assertThat(undo()).isEqualTo("two");
    assertThat(undo()).isEqualTo("one two");
  }

  @Test
  void typing_elsewhere_starts_a_new_step() {
    type("ab");
    replace(0, "", "x");

    assertThat(undo()).isEqualTo("ab");
  }

  @Test
  void a_pasted_text_and_what_is_typed_after_it_are_two_steps() {
    replace(0, "", "pasted");
    type("x");

    assertThat(undo()).isEqualTo("pasted");
    assertThat(undo()).isEmpty();
  }

  @Test
  void a_composition_is_one_step() {
    compose(0, "", "k");
    compose(0, "k", "か");
    compose(0, "か", "かn");
    compose(0, "かn", "漢");

    assertThat(text).isEqualTo("漢");
    assertThat(undo()).isEmpty();
    assertThat(redo()).isEqualTo("漢");
  }

  @Test
  void undo_selects_what_comes_back() {
    replace(0, "", "one two");
    replace(4, "two", "");
    assertThat(history.undo()).contains(new TextEdit(4, 4, "two", 4, 7));
  }

  @Test
  void old_steps_are_dropped() {
    for (int i = 0; i < EditHistory.MAX_STEPS + 5; i++) {
      replace(text.length(), "", "xy");
    }
    int steps = 0;
    while (history.canUndo()) {
      undo();
      steps++;
    }
    assertThat(steps).isEqualTo(EditHistory.MAX_STEPS);
  }

  private void type(String typed) {
    typed.codePoints().forEach(c -> replace(text.length(), "", Character.toString(c)));
  }

  private void replace(int start, String removed, String inserted) {
    apply(start, removed, inserted, false);
  }

  private void compose(int start, String removed, String inserted) {
    apply(start, removed, inserted, true);
  }

  private void apply(int start, String removed, String inserted, boolean isComposing) {
    text = text.substring(0, start) + inserted + text.substring(start + removed.length());
    history.add(start, removed, inserted, isComposing);
  }

  private String undo() {
    return replay(history.undo());
  }

  private String redo() {
    return replay(history.redo());
  }

  private String replay(Optional<TextEdit> edit) {
    text = edit.orElseThrow().applyTo(text);
    return text;
  }
}
