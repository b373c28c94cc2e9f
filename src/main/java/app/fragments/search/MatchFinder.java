package app.fragments.search;

import app.fragments.search.MatchContext.Mark;
import app.fragments.search.QueryPart.Kind;
import app.fragments.search.TextAnalyzer.Position;
import app.fragments.search.TextAnalyzer.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds where a query matches in the texts of an entry, by the rules of the index.
final class MatchFinder {
  /// A long text with more matches shows the first ones only.
  private static final int MAX_MATCHES = 1_000;

  private final List<Words> inTitle;
  private final List<Words> inText;

  MatchFinder(SearchQuery query) {
    inTitle = words(query, QueryPart::isInTitle);
    inText = words(query, QueryPart::isInText);
  }

  private static List<Words> words(SearchQuery query, Predicate<QueryPart> wanted) {
    return query.parts().stream().filter(wanted).flatMap(Words::of).toList();
  }

  List<Mark> inTitle(String title) {
    return find(title, inTitle);
  }

  List<Mark> inText(String markdown) {
    return find(markdown, inText);
  }

  /// The matches in order, overlapping ones joined.
  private static List<Mark> find(String text, List<Words> wanted) {
    if (wanted.isEmpty() || text.isEmpty()) {
      return List.of();
    }
    List<Token> tokens = TextAnalyzer.tokens(text);
    List<Mark> marks = new ArrayList<>();
    for (Words words : wanted) {
      int found = 0;
      for (int i = 0; i < tokens.size() && found < MAX_MATCHES; i++) {
        int end = words.end(text, tokens, i);
        if (end >= 0) {
          marks.add(new Mark(tokens.get(i).start(), end));
          found++;
        }
      }
    }
    return joined(marks);
  }

  private static List<Mark> joined(List<Mark> marks) {
    marks.sort(Comparator.comparingInt(Mark::start));
    List<Mark> joined = new ArrayList<>();
    for (Mark mark : marks) {
      Mark last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && mark.start() < last.end()) {
        joined.removeLast();
        joined.add(new Mark(last.start(), Math.max(last.end(), mark.end())));
      } else {
        joined.add(mark);
      }
    }
    return joined;
  }

  /// Words that follow one another.
  ///
  /// @param prefix whether the last one may be the start of a word
  /// @param tag whether a `#` must precede them
  private record Words(List<Position> positions, boolean prefix, boolean tag) {

    static Stream<Words> of(QueryPart part) {
      boolean tag = part.kind() == Kind.HASHTAG;
      List<Position> positions = TextAnalyzer.positions(part.value());
      return positions.isEmpty()
          ? Stream.empty()
          : Stream.of(new Words(positions, part.open() && !positions.getLast().whole(), tag));
    }

    /// Where these words end if they start at a token, or -1.
    int end(String text, List<Token> tokens, int first) {
      Token token = tokens.get(first);
      boolean tagged = token.start() > 0 && text.charAt(token.start() - 1) == '#';
      if (!matches(0, token) || (tag && !tagged)) {
        return -1;
      }
      int end = token.end();
      int next = first;
      for (int i = 1; i < positions.size(); i++) {
        int wanted = token.position() + i;
        while (next < tokens.size()
            && (tokens.get(next).position() < wanted
                || (tokens.get(next).position() == wanted && !matches(i, tokens.get(next))))) {
          next++;
        }
        if (next == tokens.size() || tokens.get(next).position() > wanted) {
          return -1;
        }
        end = tokens.get(next).end();
      }
      return end;
    }

    private boolean matches(int index, Token token) {
      List<String> spellings = positions.get(index).words();
      boolean start = prefix && index == positions.size() - 1;
      for (String word : spellings) {
        if (start ? token.word().startsWith(word) : token.word().equals(word)) {
          return true;
        }
      }
      return false;
    }
  }
}
