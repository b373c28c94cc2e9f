package app.fragments.report.html;

import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.factcheck.Citation;
import app.fragments.report.markdown.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds flagged words in a document by the line and text of the flag.
final class FlagLocator {
  /// A clause up to this length is marked as a whole, which is easier to see.
  private static final int CLAUSE = 48;

  private static final String CLAUSE_ENDS = ",;:!?—–()[]\n\"“”…";

  /// @param number the index of the flag, from 0
  record Place(Flag flag, int number, Passage passage, int start, int end) {}

  private final Map<Integer, List<Passage>> byLine = new HashMap<>();
  private final Map<String, Integer> searchFrom = new HashMap<>();

  FlagLocator(List<Passage> passages) {
    for (Passage passage : passages) {
      int lastLine = 0;
      for (Passage.Piece piece : passage.pieces()) {
        String text = passage.text().substring(piece.start(), piece.end());
        int end = piece.line() + (int) text.chars().filter(c -> c == '\n').count();
        for (int line = Math.max(piece.line(), lastLine + 1); line <= end; line++) {
          byLine.computeIfAbsent(line, key -> new ArrayList<>()).add(passage);
        }
        lastLine = Math.max(lastLine, piece.line());
      }
    }
  }

  /// Where the flagged words are, or null if the text has changed since. Call in document order:
  /// repeated words on one line are found one after another.
  @Nullable Place find(Flag flag, int number) {
    for (Passage passage : byLine.getOrDefault(flag.line(), List.of())) {
      String key = passage.line() + "\0" + System.identityHashCode(passage) + "\0" + flag.text();
      int from = searchFrom.getOrDefault(key, lineStart(passage, flag.line()));
      int at = passage.text().indexOf(flag.text(), from);
      if (at >= 0 && !flag.text().isEmpty()) {
        searchFrom.put(key, at + flag.text().length());
        return new Place(flag, number, passage, at, at + flag.text().length());
      }
    }
    return null;
  }

  private static int lineStart(Passage passage, int line) {
    return passage.pieces().stream()
        .filter(piece -> piece.line() >= line)
        .mapToInt(Passage.Piece::start)
        .findFirst()
        .orElse(0);
  }

  /// The range to mark: the clause around the words if it is short, otherwise the words.
  static int[] marked(Place place, List<Citation> citations) {
    String text = place.passage().text();
    if (place.flag().kind() == FlagKind.LINK || place.flag().kind() == FlagKind.UNCITED) {
      return new int[] {place.start(), place.end()};
    }
    int start = place.start();
    while (start > 0 && !endsClause(text, start - 1)) {
      start--;
    }
    int end = place.end();
    while (end < text.length() && !endsClause(text, end)) {
      end++;
    }
    for (Citation citation : citations) {
      if (citation.end() <= place.start()) {
        start = Math.max(start, citation.end());
      }
      if (citation.start() >= place.end()) {
        end = Math.min(end, citation.start());
      }
    }
    while (start < place.start() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > place.end() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end - start <= CLAUSE ? new int[] {start, end} : new int[] {place.start(), place.end()};
  }

  private static boolean endsClause(String text, int at) {
    char c = text.charAt(at);
    if (c == '.') {
      return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    }
    boolean inNumber = c == ',' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    return !inNumber && CLAUSE_ENDS.indexOf(c) >= 0;
  }
}
