package app.fragments.ui.editor.markdown;

import app.fragments.ui.emoji.Emoji;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Splits the runs of a line at its emoji: the first character becomes the picture, the others are
/// hidden, so that the text keeps its offsets.
public final class EmojiRuns {
  /// Of one line. Each costs two nodes.
  private static final int MAX_DRAWN = 400;

  private EmojiRuns() {}

  public static List<StyleRun> split(List<StyleRun> runs, List<Emoji> emoji) {
    if (emoji.isEmpty()) {
      return runs;
    }
    InlineStyle[] styles = new InlineStyle[runs.stream().mapToInt(StyleRun::length).sum()];
    int at = 0;
    for (StyleRun run : runs) {
      Arrays.fill(styles, at, at + run.length(), run.style());
      at += run.length();
    }
    boolean isOdd = false;
    for (Emoji each : emoji.subList(0, Math.min(MAX_DRAWN, emoji.size()))) {
      if (!styles[each.start()].has(Mark.HIDDEN)) {
        isOdd = !isOdd;
        styles[each.start()] = styles[each.start()].drawn(each.key(), isOdd);
        for (int i = each.start() + 1; i < each.end(); i++) {
          styles[i] = styles[i].hidden();
        }
      }
    }
    return runsOf(styles);
  }

  private static List<StyleRun> runsOf(InlineStyle[] styles) {
    List<StyleRun> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= styles.length; i++) {
      if (i == styles.length || !styles[i].equals(styles[start])) {
        runs.add(new StyleRun(i - start, styles[start]));
        start = i;
      }
    }
    return runs;
  }
}
