package app.fragments.generator.digest;

import app.fragments.generator.digest.SectionTracker.Section;
import java.util.List;

/// A sentence of a fragment, or a clause of a very long one.
///
/// @param fragment index of the fragment
/// @param position index in the fragment
/// @param text as written, on one line; `…` marks an omission at either end
/// @param terms what it is about, see [TermExtractor], with repetitions
record Sentence(
    int fragment, int position, Kind kind, Section section, String text, List<String> terms) {

  enum Kind {
    PROSE,
    QUOTE,
    OPEN_TASK,
    DONE_TASK;

    boolean isTask() {
      return this == OPEN_TASK || this == DONE_TASK;
    }
  }

  Sentence {
    terms = List.copyOf(terms);
  }
}
