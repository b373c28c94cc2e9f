package app.fragments.ui.editor.markdown;

import app.fragments.report.markdown.Markdown;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The styles of all lines of a text. After an edit only the blocks around it are parsed again.
///
/// A block starts at a line if the same line started a block before the edit and the lines from
/// there on are the same: nothing but the kind of the block in progress carries over a line.
public final class MarkdownStyles {
  /// Larger edits are parsed on another thread, see [#update].
  static final int MAX_SYNCHRONOUS = 6_000;

  private final Markdown markdown = new Markdown();
  private final List<StyledLine> lines = new ArrayList<>(List.of(StyledLine.plain(0)));
  private BitSet blockStarts = new BitSet();

  /// Lines whose styles may have changed: `from` inclusive, `to` exclusive.
  public record Changed(int from, int to) {}

  /// The result of parsing a whole text; see [#parse].
  public static final class Parsed {
    private final ParsedLines result;

    private Parsed(ParsedLines result) {
      this.result = result;
    }
  }

  public int size() {
    return lines.size();
  }

  public StyledLine get(int line) {
    return lines.get(line);
  }

  /// Parses a whole text. On any thread.
  public Parsed parse(List<String> text) {
    return new Parsed(ParsedLines.of(markdown, text));
  }

  /// Uses the result for the text it was parsed from, which must be the current text.
  ///
  /// @return the lines whose styles changed
  public BitSet set(Parsed parsed) {
    BitSet changed = new BitSet();
    for (int i = 0; i < parsed.result.lines().size(); i++) {
      changed.set(i, i >= lines.size() || !parsed.result.lines().get(i).equals(lines.get(i)));
    }
    lines.clear();
    lines.addAll(parsed.result.lines());
    blockStarts = (BitSet) parsed.result.blockStarts().clone();
    return changed;
  }

  /// Adapts to an edit that replaced lines.
  ///
  /// @param text the lines after the edit
  /// @param first the first replaced line
  /// @param removed how many lines were replaced
  /// @param added by how many
  /// @return the lines to restyle, or empty if the blocks concerned are so large that the whole
  ///   text should be parsed on another thread; until then the lines have provisional styles
  public Optional<Changed> update(IntFunction<String> text, int first, int removed, int added) {
    splice(text, first, removed, added);
    // the block before may have changed its end: a blank line may have gone, or an underline come
    int from = previousStart(previousStart(first + 1));
    int blocks = 2;
    while (true) {
      int sync = startAfter(first + added, blocks - 1);
      int to = startAfter(first + added, blocks);
      List<String> window = window(text, from, to);
      if (window.isEmpty()) {
        return Optional.empty();
      }
      ParsedLines parsed = ParsedLines.of(markdown, window);
      boolean isLast = sync == lines.size();
      if (isLast || parsed.blockStarts().get(sync - from)) {
        replace(from, sync, parsed);
        return Optional.of(new Changed(from, sync));
      }
      blocks *= 4;
    }
  }

  private void splice(IntFunction<String> text, int first, int removed, int added) {
    StyledLine before = lines.get(first);
    lines.subList(first, first + removed).clear();
    List<StyledLine> provisional = new ArrayList<>();
    provisional.add(before);
    for (int i = 1; i < added; i++) {
      provisional.add(StyledLine.plain(text.apply(first + i).length()));
    }
    lines.addAll(first, provisional);
    BitSet shifted = blockStarts.get(0, first + 1);
    for (int start = blockStarts.nextSetBit(first + removed);
        start >= 0;
        start = blockStarts.nextSetBit(start + 1)) {
      shifted.set(start - removed + added);
    }
    blockStarts = shifted;
  }

  /// The last block start before a line, or the start of the text.
  private int previousStart(int line) {
    return line <= 0 ? 0 : Math.max(0, blockStarts.previousSetBit(line - 1));
  }

  /// The start of the n-th block from a line on, or the end of the text.
  private int startAfter(int line, int n) {
    int start = line - 1;
    for (int i = 0; i < n; i++) {
      start = blockStarts.nextSetBit(start + 1);
      if (start < 0) {
        return lines.size();
      }
    }
    return start;
  }

  /// The lines of a range, or none if they are too long to parse at once.
  private static List<String> window(IntFunction<String> text, int from, int to) {
    List<String> window = new ArrayList<>(to - from);
    int length = 0;
    for (int i = from; i < to; i++) {
      String line = text.apply(i);
      length += line.length() + 1;
      if (length > MAX_SYNCHRONOUS) {
        return List.of();
      }
      window.add(line);
    }
    return window;
  }

  private void replace(int from, int to, ParsedLines parsed) {
    for (int i = from; i < to; i++) {
      lines.set(i, parsed.lines().get(i - from));
      blockStarts.set(i, parsed.blockStarts().get(i - from));
    }
  }
}
