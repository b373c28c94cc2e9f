package app.fragments.journal;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What changed between two texts, word by word.
///
/// @param parts in order; together, those not added are the older text, and those not removed the
///   newer one
public record WordDiff(List<Part> parts) {
  private static final Pattern LINE_ENDS = Pattern.compile("(?<=\n)");
  private static final Pattern WORDS =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");

  /// Longer passages without a common start or end are compared as a whole: the time and memory of
  /// a comparison grow with the square of what differs.
  private static final int MOST = 2_000;

  /// Whether a part is in both texts or in one.
  public enum Kind {
    SAME,
    ADDED,
    REMOVED
  }

  public record Part(Kind kind, String text) {}

  public WordDiff {
    parts = List.copyOf(parts);
  }

  /// Compares lines, and then the words of the lines that differ.
  public static WordDiff of(String before, String after) {
    List<Part> parts = new ArrayList<>();
    compare(
        List.of(LINE_ENDS.split(before)),
        List.of(LINE_ENDS.split(after)),
        lines -> add(parts, Kind.SAME, lines),
        (oldLines, newLines) ->
            compare(
                words(String.join("", oldLines)),
                words(String.join("", newLines)),
                words -> add(parts, Kind.SAME, words),
                (oldWords, newWords) -> {
                  add(parts, Kind.REMOVED, oldWords);
                  add(parts, Kind.ADDED, newWords);
                }));
    return new WordDiff(parts);
  }

  /// Reports what both lists have and what differs, in order.
  private static void compare(
      List<String> before,
      List<String> after,
      Consumer<List<String>> onSame,
      BiConsumer<List<String>, List<String>> onChange) {
    int start = commonStart(before, after);
    int end =
        commonStart(
            before.subList(start, before.size()).reversed(),
            after.subList(start, after.size()).reversed());
    List<String> oldMiddle = before.subList(start, before.size() - end);
    List<String> newMiddle = after.subList(start, after.size() - end);
    onSame.accept(before.subList(0, start));
    if (oldMiddle.size() + newMiddle.size() > MOST) {
      onChange.accept(oldMiddle, newMiddle);
    } else {
      int position = 0;
      for (AbstractDelta<String> change : DiffUtils.diff(oldMiddle, newMiddle).getDeltas()) {
        int from = change.getSource().getPosition();
        onSame.accept(oldMiddle.subList(position, from));
        onChange.accept(change.getSource().getLines(), change.getTarget().getLines());
        position = from + change.getSource().size();
      }
      onSame.accept(oldMiddle.subList(position, oldMiddle.size()));
    }
    onSame.accept(before.subList(before.size() - end, before.size()));
  }

  private static int commonStart(List<String> one, List<String> other) {
    int shorter = Math.min(one.size(), other.size());
    int same = 0;
    while (same < shorter && one.get(same).equals(other.get(same))) {
      same++;
    }
    return same;
  }

  private static List<String> words(String text) {
    return WORDS.matcher(text).results().map(match -> match.group()).toList();
  }

  /// Joins parts of one kind; of a passage, first shows what was removed.
  private static void add(List<Part> parts, Kind kind, List<String> words) {
    String text = String.join("", words);
    if (text.isEmpty()) {
      return;
    }
    int end = parts.size();
    if (kind == Kind.REMOVED && end > 0 && parts.get(end - 1).kind() == Kind.ADDED) {
      end--;
    }
    if (end > 0 && parts.get(end - 1).kind() == kind) {
      parts.set(end - 1, new Part(kind, parts.get(end - 1).text() + text));
    } else {
      parts.add(end, new Part(kind, text));
    }
  }

  /// How many words were added or removed.
  public long count(Kind kind) {
    return parts.stream()
        .filter(part -> part.kind() == kind)
        .mapToLong(part -> WORD.matcher(part.text()).results().count())
        .sum();
  }
}
