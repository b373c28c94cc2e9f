package app.fragments.search;

import app.fragments.search.MatchContext.Mark;
import app.fragments.search.MatchContext.MarkedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts the snippets with the most matches out of a Markdown text.
final class Snippets {
  /// In characters of the text: two lines of the list.
  private static final int LENGTH = 160;

  /// How far a snippet may start before its first match.
  private static final int LEAD = 60;

  /// If the first match stands further in, a snippet starts with a word instead of a sentence.
  private static final int SHORT_LEAD = 24;

  private static final int DIFFERENT_WORD = 100;

  private final String text;

  Snippets(String markdown) {
    this.text = markdown;
  }

  /// @param matches in order, without overlaps
  /// @param most how many snippets at most; the best ones, in the order of the text
  List<MarkedText> around(List<Mark> matches, int most) {
    List<Mark> left = new ArrayList<>(matches);
    List<Mark> snippets = new ArrayList<>();
    while (snippets.size() < most && !left.isEmpty()) {
      Mark best = best(left);
      int start = start(best.start());
      Mark snippet = new Mark(start, end(start, best.end()));
      snippets.add(snippet);
      left.removeIf(match -> match.start() < snippet.end() && match.end() > snippet.start());
    }
    snippets.sort(Comparator.comparingInt(Mark::start));
    return snippets.stream()
        .map(snippet -> plain(snippet, matches))
        .filter(plain -> !plain.text().isBlank())
        .toList();
  }

  /// The match that begins the part of the text with the most different words.
  Mark best(List<Mark> matches) {
    Mark best = matches.getFirst();
    int bestScore = -1;
    for (int first = 0; first < matches.size(); first++) {
      int end = matches.get(first).start() + LENGTH - LEAD;
      Set<String> words = new HashSet<>();
      int count = 0;
      for (int i = first; i < matches.size() && matches.get(i).end() <= end; i++) {
        Mark match = matches.get(i);
        words.add(text.substring(match.start(), match.end()).toLowerCase(Locale.ROOT));
        count++;
      }
      int score = words.size() * DIFFERENT_WORD + count;
      if (score > bestScore) {
        bestScore = score;
        best = matches.get(first);
      }
    }
    return best;
  }

  /// The start of the sentence or line, or of a word near the match.
  private int start(int match) {
    int earliest = Math.max(0, match - LEAD);
    for (int i = match; i > earliest; i--) {
      if (text.charAt(i - 1) == '\n' || isSentenceEnd(i)) {
        return i;
      }
    }
    if (earliest == 0) {
      return 0;
    }
    int start = match - SHORT_LEAD;
    while (start < match && !Character.isWhitespace(text.charAt(start - 1))) {
      start++;
    }
    return start;
  }

  /// Whether a sentence ends before this position.
  private boolean isSentenceEnd(int position) {
    if (position < 2) {
      return false;
    }
    char before = text.charAt(position - 1);
    return "。！？".indexOf(before) >= 0
        || (Character.isWhitespace(before) && ".!?".indexOf(text.charAt(position - 2)) >= 0);
  }

  private int end(int start, int matchEnd) {
    int end = Math.max(matchEnd, Math.min(text.length(), start + LENGTH));
    int cut = end;
    while (cut < text.length() && cut > matchEnd && !Character.isWhitespace(text.charAt(cut))) {
      cut--;
    }
    if (cut > matchEnd || end == text.length()) {
      return cut;
    }
    // text without spaces
    return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
  }

  private MarkedText plain(Mark snippet, List<Mark> matches) {
    PlainText plain = new PlainText(text, snippet.start(), snippet.end());
    boolean fromStart =
        snippet.start() == 0
            || text.charAt(snippet.start() - 1) == '\n'
            || isSentenceEnd(snippet.start());
    String before = fromStart ? "" : "… ";
    String after = snippet.end() == text.length() ? "" : " …";
    List<Mark> marks = new ArrayList<>();
    for (Mark match : matches) {
      if (match.start() < snippet.end() && match.end() > snippet.start()) {
        Mark shown = plain.mark(match);
        if (shown.start() < shown.end()) {
          int shift = before.length();
          marks.add(new Mark(shown.start() + shift, shown.end() + shift));
        }
      }
    }
    return new MarkedText(before + plain.text() + after, marks);
  }
}
