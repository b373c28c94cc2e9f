package app.fragments.generator.digest;

import app.fragments.generator.digest.SectionTracker.Section;
import java.util.List;

/// A sentence of a fragment, or a clause of a very long one.
///
/// @param fragment the fragment's place among all, from 0
/// @param position its place in the fragment, from 0
/// @param kind where it stood
/// @param section what the heading above it makes of it
/// @param text the words as they were written, on one line; `…` where something was left out at
///   either end
/// @param terms what it is about, see [TermExtractor]; a term that occurs twice is named twice
record Sentence(
    int fragment, int position, Kind kind, Section section, String text, List<String> terms) {

  /// Where a sentence stood.
  enum Kind {
    PROSE,
    QUOTE,
    OPEN_TASK,
    DONE_TASK
  }

  Sentence {
    terms = List.copyOf(terms);
  }
}
