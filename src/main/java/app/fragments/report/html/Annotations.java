package app.fragments.report.html;

import app.fragments.report.Flag;
import app.fragments.report.factcheck.Citation;
import java.util.List;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/// What a report's page adds to the document's tree.
final class Annotations {
  private Annotations() {}

  /// A citation, in place of its bracket.
  static final class CitationNode extends CustomNode {
    final List<Citation.Mention> mentions;

    CitationNode(Citation citation) {
      this.mentions = citation.mentions();
    }
  }

  /// Around words that are flagged.
  static final class FlagNode extends CustomNode {}

  /// A note under a passage.
  static final class NoteNode extends CustomBlock {
    final Flag flag;
    final int number;

    /// @param number the flag's place among all, from 0
    NoteNode(Flag flag, int number) {
      this.flag = flag;
      this.number = number;
    }
  }

  /// The line under the title.
  static final class MetaNode extends CustomBlock {}

  /// The list of fragments at the end.
  static final class FragmentsNode extends CustomBlock {}
}
