package app.fragments.ui.editor.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A line of Markdown with its styles.
///
/// @param runs without hidden characters; together as long as the line
public record StyledLine(LineStyle style, List<StyleRun> runs, List<LinkRange> links) {
  /// A column that is in no line.
  public static final int NOWHERE = -1;

  public static StyledLine plain(int length) {
    return new StyledLine(
        LineStyle.PLAIN, List.of(new StyleRun(length, InlineStyle.PLAIN)), List.of());
  }

  /// The style of the line with the caret in a column, or [#NOWHERE].
  public LineStyle styleAt(int caret) {
    return style.withRevealed(isPrefixShown(caret));
  }

  /// The runs of the line with the caret in a column, or [#NOWHERE]. Hides markers that the caret
  /// is not in, and marks hits.
  ///
  /// @param current the hit that was gone to, or null
  public List<StyleRun> runsAt(int caret, int length, Hits hits) {
    int[] bits = new int[length];
    int at = 0;
    for (StyleRun run : runs) {
      int end = Math.min(length, at + run.length());
      for (int i = at; i < end; i++) {
        bits[i] = run.style().bits();
      }
      at = end;
    }
    if (style.prefix() > 0 && !isPrefixShown(caret)) {
      // an empty item keeps a visible character, so that its line keeps its height
      hide(bits, 0, style.prefix() == length ? length - 1 : style.prefix());
    }
    for (LinkRange link : links) {
      if (!link.whole().touches(caret)) {
        hide(bits, link.whole().start(), link.text().start());
        hide(bits, link.text().end(), link.whole().end());
      }
    }
    hits.mark(bits);
    return runsOf(bits);
  }

  public Optional<LinkRange> linkAt(int column) {
    return links.stream()
        .filter(link -> column >= link.whole().start() && column < link.whole().end())
        .findFirst();
  }

  private boolean isPrefixShown(int caret) {
    return caret != NOWHERE && caret < style.prefix();
  }

  private static void hide(int[] bits, int from, int to) {
    for (int i = from; i < Math.min(to, bits.length); i++) {
      bits[i] |= Mark.HIDDEN.bit();
    }
  }

  static List<StyleRun> runsOf(int[] bits) {
    List<StyleRun> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= bits.length; i++) {
      if (i == bits.length || bits[i] != bits[start]) {
        runs.add(new StyleRun(i - start, new InlineStyle(bits[start])));
        start = i;
      }
    }
    return runs;
  }
}
