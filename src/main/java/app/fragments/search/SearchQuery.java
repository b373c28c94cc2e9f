package app.fragments.search;

import app.fragments.search.MatchContext.Mark;
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

  /// The words and phrases to look for within an entry that was found.
  public String words() {
    return parts.stream()
        .filter(part -> part.isUsable() && part.kind().isText() && !part.excluded())
        .map(QueryPart::value)
        .collect(Collectors.joining(" "));
  }

  /// Where the query matches in the text of an entry, in order.
  public List<Mark> matches(String markdown) {
    return new MatchFinder(this).inText(markdown);
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
