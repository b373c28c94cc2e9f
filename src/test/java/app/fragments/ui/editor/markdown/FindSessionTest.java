package app.fragments.ui.editor.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindSessionTest {
  private static final String TEXT = "Fire at ten.\nNo fire, then FIRE\nagain";

  private final FindSession session = new FindSession();

  @Test
  void finds_all_hits_whatever_their_case() {
    session.show(TEXT, TextFinder.find(TEXT, "fire"), 0);

    assertThat(session.count()).isEqualTo(3);
    assertThat(session.inLine(0).ranges()).containsExactly(new TextRange(0, 4));
    assertThat(session.inLine(1).ranges())
        .containsExactly(new TextRange(3, 7), new TextRange(14, 18));
    assertThat(session.inLine(2)).isEqualTo(Hits.NONE);
  }

  @Test
  void starts_at_the_first_hit_from_the_caret_on() {
    session.show(TEXT, TextFinder.find(TEXT, "fire"), 5);
    assertThat(session.index()).isEqualTo(1);
    assertThat(session.inLine(1).current()).isEqualTo(new TextRange(3, 7));
    assertThat(session.inLine(0).current()).isNull();

    session.show(TEXT, TextFinder.find(TEXT, "fire"), TEXT.length());
    assertThat(session.index()).isZero();
  }

  @Test
  void next_and_previous_go_round() {
    session.show(TEXT, TextFinder.find(TEXT, "fire"), 0);
    session.step(TEXT, -1);
    assertThat(session.index()).isEqualTo(2);
    session.step(TEXT, 1);
    assertThat(session.index()).isZero();
  }

  @Test
  void blanks_match_line_breaks_and_both_lines_are_marked() {
    session.show(TEXT, TextFinder.find(TEXT, "fire again"), 0);
    assertThat(session.current()).contains(new TextRange(27, 37));
    assertThat(session.inLine(1).ranges()).containsExactly(new TextRange(14, 18));
    assertThat(session.inLine(2).ranges()).containsExactly(new TextRange(0, 5));
  }

  @Test
  void nothing_is_found_for_blanks_and_special_characters_are_plain() {
    session.show(TEXT, TextFinder.find(TEXT, "  "), 0);
    assertThat(session.count()).isZero();
    session.show("a.b (c)", TextFinder.find("a.b (c)", "(c)"), 0);
    assertThat(session.count()).isEqualTo(1);
  }
}
