package app.fragments.report.factcheck;

import java.util.List;

/// A bracket in a passage that names fragments, such as `[F3]`, `[F3, F7]` or `[F3-F5]`.
///
/// @param start the opening bracket's place in the passage's text
/// @param end after the closing bracket
/// @param mentions what it names, in order; a range names every fragment in it
public record Citation(int start, int end, List<Mention> mentions) {

  public Citation {
    mentions = List.copyOf(mentions);
  }

  /// One fragment that is named.
  ///
  /// @param number the n of `Fn`; what is too long for a number is [Integer#MAX_VALUE]
  /// @param text the words that name it, such as `F3`
  public record Mention(int number, String text) {}
}
