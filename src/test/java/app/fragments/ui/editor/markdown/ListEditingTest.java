package app.fragments.ui.editor.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListEditingTest {
  @Test
  void enter_continues_a_list() {
    assertThat(enter("- one¦")).isEqualTo("- one\n- ¦");
    assertThat(enter("* one ¦two")).isEqualTo("* one \n* ¦two");
    assertThat(enter("  + a¦\nb")).isEqualTo("  + a\n  + ¦\nb");
    assertThat(enter("- one‹ two› three")).isEqualTo("- one\n- ¦three");
  }

  @Test
  void enter_continues_a_task_list_with_an_open_task() {
    assertThat(enter("- [x] done¦")).isEqualTo("- [x] done\n- [ ] ¦");
    assertThat(enter("1. [ ] a¦")).isEqualTo("1. [ ] a\n2. [ ] ¦");
  }

  @Test
  void enter_numbers_the_next_item_and_renumbers_those_after_it() {
    assertThat(enter("1. one¦\n2. two\n3. three\n\n1. other"))
        .isEqualTo("1. one\n2. ¦\n3. two\n4. three\n\n1. other");
    assertThat(enter("9) nine¦\n   more\n10) ten")).isEqualTo("9) nine\n10) ¦\n   more\n11) ten");
    assertThat(enter("> 1. a¦\n> 2. b")).isEqualTo("> 1. a\n> 2. ¦\n> 3. b");
  }

  @Test
  void renumbering_skips_nested_items_and_stops_at_other_text() {
    assertThat(enter("1. a¦\n   1. x\n   2. y\n2. b\nText\n7. c"))
        .isEqualTo("1. a\n2. ¦\n   1. x\n   2. y\n3. b\nText\n7. c");
  }

  @Test
  void enter_on_an_empty_item_ends_the_list() {
    assertThat(enter("- one\n- ¦")).isEqualTo("- one\n¦");
    assertThat(enter("- [ ] ¦")).isEqualTo("¦");
    assertThat(enter("> ¦")).isEqualTo("¦");
  }

  @Test
  void enter_on_an_empty_nested_item_moves_it_out() {
    assertThat(enter("1. a\n   - b\n   - ¦")).isEqualTo("1. a\n   - b\n2. ¦");
  }

  @Test
  void enter_continues_a_quote() {
    assertThat(enter("> said¦")).isEqualTo("> said\n> ¦");
    assertThat(enter("> > twice¦")).isEqualTo("> > twice\n> > ¦");
  }

  @Test
  void enter_is_plain_elsewhere_and_before_the_content() {
    assertThat(enter("text¦")).isEqualTo("unchanged");
    assertThat(enter("-not a list¦")).isEqualTo("unchanged");
    assertThat(enter("¦- one")).isEqualTo("unchanged");
  }

  @Test
  void backspace_before_the_content_removes_the_marker() {
    assertThat(backspace("- ¦one")).isEqualTo("¦one");
    assertThat(backspace("a\n- [ ] ¦one")).isEqualTo("a\n¦one");
    assertThat(backspace("> ¦one")).isEqualTo("¦one");
    assertThat(backspace("- o¦ne")).isEqualTo("unchanged");
    assertThat(backspace("¦one")).isEqualTo("unchanged");
  }

  @Test
  void tab_nests_an_item_under_the_one_above() {
    assertThat(tab("- a\n- b¦", false)).isEqualTo("- a\n  - b¦");
    assertThat(tab("1. a\n2. ¦b", false)).isEqualTo("1. a\n   2. ¦b");
    assertThat(tab("- a\n‹- b\n- c›", false)).isEqualTo("- a\n  ‹- b\n  - c›");
    assertThat(tab("text¦", false)).isEqualTo("unchanged");
  }

  @Test
  void shift_tab_moves_an_item_out() {
    assertThat(tab("- a\n  - b¦", true)).isEqualTo("- a\n- b¦");
    assertThat(tab("- a\n\t- b¦", true)).isEqualTo("- a\n- b¦");
    assertThat(tab("- a¦", true)).isEqualTo("unchanged");
  }

  private static String enter(String marked) {
    Caret at = Caret.in(marked);
    return at.after(new ListEditing(at.text()).enter(at.start(), at.end()));
  }

  private static String backspace(String marked) {
    Caret at = Caret.in(marked);
    return at.after(new ListEditing(at.text()).backspace(at.start()));
  }

  private static String tab(String marked, boolean outwards) {
    Caret at = Caret.in(marked);
    return at.after(new ListEditing(at.text()).indent(at.start(), at.end(), outwards));
  }
}
