package app.fragments.ui.editor.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.editor.markdown.LineStyle.Box;
import app.fragments.ui.editor.markdown.LineStyle.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarkdownStylesTest {
  private static final List<String> PIECES =
      List.of(
          "# Heading",
          "Text with **bold** and *it*",
          "",
          "",
          "- item",
          "  - nested `code`",
          "1. one",
          "- [ ] task",
          "> quote",
          "> - in a quote",
          "```",
          "    indented",
          "---",
          "===",
          "| a | b |",
          "|---|---|",
          "[link](https://a.example)",
          "~~gone~~ **open",
          "close** x",
          "<div>",
          "</div>");

  @Test
  void inline_marks() {
    assertThat(runs("a **b** c")).isEqualTo("a |**:BOLD,SYNTAX|b:BOLD|**:BOLD,SYNTAX| c");
    assertThat(runs("*a* `b` ~~c~~"))
        .isEqualTo(
            "*:ITALIC,SYNTAX|a:ITALIC|*:ITALIC,SYNTAX| |`:CODE,SYNTAX|b:CODE|`:CODE,SYNTAX| "
                + "|~~:STRIKE,SYNTAX|c:STRIKE|~~:STRIKE,SYNTAX");
    assertThat(runs("``a`b``")).isEqualTo("``:CODE,SYNTAX|a`b:CODE|``:CODE,SYNTAX");
    assertThat(runs("2 * 3 * 4 and snake_case_name")).isEqualTo("2 * 3 * 4 and snake_case_name");
  }

  @Test
  void a_link_shows_its_text_only_unless_the_caret_touches_it() {
    StyledLine line = line("a [b](https://c.example) d");
    assertThat(runs(line, "a [b](https://c.example) d", StyledLine.NOWHERE))
        .isEqualTo("a |[:LINK,SYNTAX,HIDDEN|b:LINK|](https://c.example):LINK,SYNTAX,HIDDEN| d");
    assertThat(runs(line, "a [b](https://c.example) d", 2))
        .isEqualTo("a |[:LINK,SYNTAX|b:LINK|](https://c.example):LINK,SYNTAX| d");
    assertThat(line.linkAt(3)).map(LinkRange::target).contains("https://c.example");
    assertThat(line.linkAt(0)).isEmpty();
  }

  @Test
  void an_address_is_a_link_and_a_reference_is_not() {
    assertThat(line("see https://c.example now").linkAt(6))
        .map(LinkRange::target)
        .contains("https://c.example");
    MarkdownStyles styles = styles("[a]\n\n[a]: https://c.example");
    assertThat(styles.get(0).links()).isEmpty();
  }

  @Test
  void headings() {
    assertThat(line("## Two ##").style().kind()).isEqualTo(Kind.HEADING);
    assertThat(line("## Two ##").style().level()).isEqualTo(2);
    assertThat(runs("## Two ##")).isEqualTo("## :SYNTAX|Two| ##:SYNTAX");
    MarkdownStyles underlined = styles("Title\n===");
    assertThat(underlined.get(0).style().level()).isEqualTo(1);
    assertThat(underlined.get(1).runs())
        .containsExactly(new StyleRun(3, InlineStyle.of(Mark.SYNTAX)));
  }

  @Test
  void lists_and_tasks() {
    MarkdownStyles styles = styles("- a\n  more\n  1. b\n- [x] c\n- [ ] ");
    assertThat(styles.get(0).style()).isEqualTo(item(1, "-", Box.NONE, 2));
    assertThat(styles.get(1).style()).isEqualTo(item(1, "", Box.NONE, 2));
    assertThat(styles.get(2).style()).isEqualTo(item(2, "1.", Box.NONE, 5));
    assertThat(styles.get(3).style()).isEqualTo(item(1, "-", Box.DONE, 6));
    assertThat(styles.get(4).style()).isEqualTo(item(1, "-", Box.OPEN, 6));
  }

  @Test
  void the_marker_of_an_item_is_hidden_unless_the_caret_is_in_it() {
    StyledLine line = line("- [ ] a");
    assertThat(runs(line, "- [ ] a", StyledLine.NOWHERE)).isEqualTo("- [ ] :SYNTAX,HIDDEN|a");
    assertThat(runs(line, "- [ ] a", 6)).isEqualTo("- [ ] :SYNTAX,HIDDEN|a");
    assertThat(runs(line, "- [ ] a", 3)).isEqualTo("- [ ] :SYNTAX|a");
    assertThat(line.styleAt(3).revealed()).isTrue();
    assertThat(line.styleAt(6).revealed()).isFalse();
  }

  @Test
  void an_empty_item_keeps_a_visible_character() {
    assertThat(runs(line("- "), "- ", StyledLine.NOWHERE)).isEqualTo("-:SYNTAX,HIDDEN| :SYNTAX");
  }

  @Test
  void quotes_and_code() {
    MarkdownStyles styles = styles("> a\nlazy\n\n> > b\n\n```\n- x\n```");
    assertThat(styles.get(0).style().quotes()).isEqualTo(1);
    assertThat(styles.get(0).style().prefix()).isEqualTo(2);
    assertThat(styles.get(1).style().quotes()).isEqualTo(1);
    assertThat(styles.get(1).style().prefix()).isZero();
    assertThat(styles.get(3).style().quotes()).isEqualTo(2);
    assertThat(styles.get(3).style().prefix()).isEqualTo(4);
    for (int line = 5; line < 8; line++) {
      assertThat(styles.get(line).style().kind()).isEqualTo(Kind.CODE);
    }
    assertThat(styles.get(6).style().depth()).isZero();
  }

  @Test
  void marks_hits_and_shows_hidden_ones() {
    Hits hits = new Hits(List.of(new TextRange(0, 1), new TextRange(6, 8)), new TextRange(0, 1));
    String text = "a [b](cc)";
    assertThat(runs(line(text).runsAt(StyledLine.NOWHERE, text.length(), hits), text))
        .isEqualTo(
            "a:CURRENT_HIT| |[:LINK,SYNTAX,HIDDEN|b:LINK|](:LINK,SYNTAX,HIDDEN|cc:LINK,SYNTAX,HIT"
                + "|):LINK,SYNTAX,HIDDEN");
  }

  @Test
  void an_opened_fence_styles_the_rest() {
    List<String> lines = new ArrayList<>(List.of("a", "", "b", "", "- c"));
    MarkdownStyles styles = styles(String.join("\n", lines));
    lines.set(0, "```");
    assertThat(styles.update(lines::get, 0, 1, 1)).isPresent();
    assertThat(styles.get(4).style().kind()).isEqualTo(Kind.CODE);
  }

  @Test
  void an_edit_in_a_long_block_is_left_to_another_thread() {
    List<String> lines = new ArrayList<>(List.of("word ".repeat(5_000)));
    MarkdownStyles styles = styles(lines.getFirst());
    lines.set(0, lines.getFirst() + "x");
    assertThat(styles.update(lines::get, 0, 1, 1)).isEmpty();
    assertThat(styles.size()).isEqualTo(1);
  }

  /// After any edit the styles are those of the whole text parsed at once.
  @Property(tries = 300)
  void incremental_styles_equal_those_of_the_whole_text(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      lines.add(PIECES.get(random.nextInt(PIECES.size())));
    }
    MarkdownStyles styles = styles(String.join("\n", lines));
    for (int edit = 0; edit < 15; edit++) {
      int first = random.nextInt(lines.size());
      int removed = 1 + random.nextInt(Math.min(3, lines.size() - first));
      int added = 1 + random.nextInt(3);
      lines.subList(first, first + removed).clear();
      for (int i = 0; i < added; i++) {
        lines.add(first, PIECES.get(random.nextInt(PIECES.size())));
      }
      assertThat(styles.update(lines::get, first, removed, added)).isPresent();
      assertThat(all(styles)).isEqualTo(all(styles(String.join("\n", lines))));
    }
  }

  private static LineStyle item(int depth, String marker, Box box, int prefix) {
    return new LineStyle(Kind.TEXT, 0, 0, depth, marker, box, prefix, false, List.of(), 0);
  }

  private static List<StyledLine> all(MarkdownStyles styles) {
    List<StyledLine> lines = new ArrayList<>();
    for (int i = 0; i < styles.size(); i++) {
      lines.add(styles.get(i));
    }
    return lines;
  }

  private static MarkdownStyles styles(String text) {
    MarkdownStyles styles = new MarkdownStyles();
    styles.set(styles.parse(List.of(text.split("\n", -1))));
    return styles;
  }

  private static StyledLine line(String text) {
    return styles(text).get(0);
  }

  private static String runs(String text) {
    return runs(line(text).runs(), text);
  }

  private static String runs(StyledLine line, String text, int caret) {
    return runs(line.runsAt(caret, text.length(), Hits.NONE), text);
  }

  /// "a |**:BOLD,SYNTAX"
  private static String runs(List<StyleRun> runs, String text) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (StyleRun run : runs) {
      String marks =
          List.of(Mark.values()).stream()
              .filter(run.style()::has)
              .map(Mark::name)
              .collect(Collectors.joining(","));
      parts.add(text.substring(at, at + run.length()) + (marks.isEmpty() ? "" : ":" + marks));
      at += run.length();
    }
    assertThat(at).isEqualTo(text.length());
    return String.join("|", parts);
  }
}
