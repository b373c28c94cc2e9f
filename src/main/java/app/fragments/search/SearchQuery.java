package app.fragments.search;

import app.fragments.search.MatchContext.Mark;
import app.fragments.search.QueryPart.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// A query as typed, and its parts. Every text is a query: what is wrong or unfinished is ignored,
/// and listed by [#problems()].
///
/// Words must all occur, the last one may be the start of a word. `"…"` is a phrase, `-` excludes
/// what follows. `tag:`, `#tag`, `title:`, `from:`, `to:`, `on:`, `is:starred` and `has:picture`
/// restrict.
///
/// @param today for the dates `today` and `yesterday`
public record SearchQuery(String text, LocalDate today, List<QueryPart> parts) {
  public static final SearchQuery NONE = new SearchQuery("", LocalDate.EPOCH, List.of());

  public SearchQuery {
    parts = List.copyOf(parts);
  }

  public static SearchQuery parse(String text, LocalDate today) {
    return new QueryParser(text, today).parse();
  }

  SearchQuery withText(String newText) {
    return parse(newText, today);
  }

  /// Whether it restricts nothing, so that it finds nothing.
  public boolean isEmpty() {
    return parts.stream().noneMatch(QueryPart::isUsable);
  }

  /// The parts that are ignored.
  public List<QueryPart> problems() {
    return parts.stream().filter(part -> !part.isUsable()).toList();
  }

  /// The text without a part.
  public String without(QueryPart part) {
    String before = text.substring(0, part.start()).stripTrailing();
    String after = text.substring(part.end()).stripLeading();
    return before.isEmpty() || after.isEmpty() ? before + after : before + " " + after;
  }

  /// The parts that match in a text, as words.
  public String words() {
    return parts.stream()
        .filter(QueryPart::isInText)
        .map(part -> part.kind() == Kind.HASHTAG ? "#" + part.value() : part.value())
        .collect(Collectors.joining(" "));
  }

  /// Where a query matches in a text.
  ///
  /// @param all in order, without overlaps
  /// @param best the first one of those that its result in the list shows
  public record TextMatches(List<Mark> all, Mark best) {
    public TextMatches {
      all = List.copyOf(all);
    }
  }

  /// Finds the matches in the text of an entry.
  public TextMatches matches(String markdown) {
    List<Mark> all = new MatchFinder(this).inText(markdown);
    Mark best = all.isEmpty() ? new Mark(0, 0) : new Snippets(markdown).best(all);
    return new TextMatches(all, best);
  }

  /// A sentence for people about an ignored part.
  public String describe(QueryPart part) {
    String written = text.substring(part.start(), part.end());
    return switch (part.problem()) {
      case null -> written;
      case EMPTY -> written + " needs a value, such as tag:work";
      case NOT_A_DATE ->
          written + " is not a date; use 2026-02-01, 2026-02, 2026, today or yesterday";
      case UNKNOWN_VALUE -> written + " is unknown; use is:starred or has:picture";
    };
  }
}
