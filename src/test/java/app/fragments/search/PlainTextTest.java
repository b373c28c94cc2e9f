package app.fragments.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.search.MatchContext.Mark;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource({
    "'# Title', Title",
    "'- [ ] task', task",
    "'> - quoted item', quoted item",
    "'a **b** _c_ ~~d~~ `e`', a b c d e",
    "'snake_case 2 * 3', snake_case 2 * 3",
    "'a [link](http://x) and ![pic](y.png).', a link and pic.",
    "'a   b', a b",
    "'1. one', one"
  })
  void markup_is_left_out(String markdown, String plain) {
    assertThat(new PlainText(markdown, 0, markdown.length()).text()).isEqualTo(plain);
  }

  @Property
  void marks_stay_inside_and_in_order(
      @ForAll
          @Chars({'a', ' ', '\n', '*', '_', '[', ']', '(', ')', '!', '#', '>', '-', '`', '~'})
          @StringLength(max = 40)
          String markdown,
      @ForAll byte from,
      @ForAll byte length) {
    int start = Math.floorMod(from, markdown.length() + 1);
    int end = Math.min(markdown.length(), start + Math.floorMod(length, 20));
    PlainText plain = new PlainText(markdown, start, end);
    int last = 0;
    for (int i = 0; i < markdown.length(); i++) {
      Mark mark = plain.mark(new Mark(i, i + 1));
      assertThat(mark.start()).isGreaterThanOrEqualTo(last);
      assertThat(mark.end()).isLessThanOrEqualTo(plain.text().length());
      last = mark.start();
    }
  }
}
