package app.fragments.ui.editor.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The hits of a query in a text, and which of them is the current one.
public final class FindSession {
  private List<TextRange> hits = List.of();
  private Map<Integer, List<TextRange>> byLine = Map.of();
  private int current;
  private @Nullable TextRange currentInLine;
  private int currentLine;

  /// Shows hits in a text; the current one is the first one from an offset on.
  public void show(String text, List<TextRange> found, int from) {
    hits = found;
    byLine = new HashMap<>();
    int lineStart = 0;
    int line = 0;
    for (TextRange hit : hits) {
      for (int end = text.indexOf('\n', lineStart);
          end >= 0 && end < hit.start();
          end = text.indexOf('\n', lineStart)) {
        lineStart = end + 1;
        line++;
      }
      addToLines(text, hit, line, lineStart);
    }
    current = TextFinder.firstFrom(hits, from);
    locate(text);
  }

  public int count() {
    return hits.size();
  }

  /// From 0.
  public int index() {
    return current;
  }

  public Optional<TextRange> current() {
    return hits.isEmpty() ? Optional.empty() : Optional.of(hits.get(current));
  }

  /// Goes to the next or previous hit, from the last to the first.
  public void step(String text, int by) {
    if (!hits.isEmpty()) {
      current = Math.floorMod(current + by, hits.size());
      locate(text);
    }
  }

  public Hits inLine(int line) {
    List<TextRange> ranges = byLine.getOrDefault(line, List.of());
    return ranges.isEmpty()
        ? Hits.NONE
        : new Hits(ranges, line == currentLine ? currentInLine : null);
  }

  private void addToLines(String text, TextRange hit, int firstLine, int firstStart) {
    int line = firstLine;
    int start = firstStart;
    while (start < hit.end()) {
      int end = lineEnd(text, start);
      TextRange part =
          new TextRange(Math.max(0, hit.start() - start), Math.min(hit.end(), end) - start);
      if (part.length() > 0) {
        byLine.computeIfAbsent(line, number -> new ArrayList<>()).add(part);
      }
      start = end + 1;
      line++;
    }
  }

  private void locate(String text) {
    currentInLine = null;
    current()
        .ifPresent(
            hit -> {
              int start = text.lastIndexOf('\n', Math.max(0, hit.start() - 1)) + 1;
              start = hit.start() == 0 ? 0 : start;
              currentLine = (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
              int end = Math.min(hit.end(), lineEnd(text, start));
              currentInLine = new TextRange(hit.start() - start, end - start);
            });
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
