package app.fragments.report.html;

import app.fragments.report.Flag;
import app.fragments.report.factcheck.Citation;
import java.util.List;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/// The nodes that a page adds to the document tree of a report.
final class Annotations {
  private Annotations() {}

  /// Replaces the brackets of a citation.
  static final class CitationNode extends CustomNode {
    final List<Citation.Mention> mentions;

    CitationNode(Citation citation) {
      this.mentions = citation.mentions();
    }
  }

  /// Surrounds flagged words.
  static final class FlagNode extends CustomNode {}

  /// A note below a passage.
  static final class NoteNode extends CustomBlock {
    final Flag flag;
    final int number;

    /// @param number the index of the flag, from 0
    NoteNode(Flag flag, int number) {
      this.flag = flag;
      this.number = number;
    }
  }

  /// The line below the title.
  static final class MetaNode extends CustomBlock {}

  /// The list of fragments at the end.
  static final class FragmentsNode extends CustomBlock {}
}
