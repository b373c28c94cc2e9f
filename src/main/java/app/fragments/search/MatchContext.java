package app.fragments.search;

import java.util.List;
import java.util.stream.Stream;

/// The matches in an entry.
///
/// @param title the title, with its matches
/// @param snippets the parts of the text that have matches, in the order of the text, without
///   markup
public record MatchContext(MarkedText title, List<MarkedText> snippets) {
  public static final MatchContext NONE =
      new MatchContext(new MarkedText("", List.of()), List.of());

  public MatchContext {
    snippets = List.copyOf(snippets);
  }

  /// The snippets, or the title if only that matches, as plain text.
  public List<String> hits() {
    Stream<MarkedText> shown =
        snippets.isEmpty() && !title.marks().isEmpty() ? Stream.of(title) : snippets.stream();
    return shown.map(MarkedText::text).toList();
  }

  /// A line of text with marked parts that do not overlap.
  public record MarkedText(String text, List<Mark> marks) {
    public MarkedText {
      marks = List.copyOf(marks);
    }
  }

  /// @param end exclusive
  public record Mark(int start, int end) {}
}
