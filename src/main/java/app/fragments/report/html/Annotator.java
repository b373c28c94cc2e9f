package app.fragments.report.html;

import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.factcheck.Citation;
import app.fragments.report.html.FlagLocator.Place;
import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Replaces citations and flagged words in one passage with nodes of their own.
final class Annotator {
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

  /// A range of the passage's text to replace: a citation, or flagged words.
  private record Mark(int start, int end, Optional<Citation> citation) {}

  private final Passage passage;
  private final List<Mark> marks = new ArrayList<>();

  Annotator(Passage passage, List<Citation> citations, List<Place> places) {
    this.passage = passage;
    for (Citation citation : citations) {
      marks.add(new Mark(citation.start(), citation.end(), Optional.of(citation)));
    }
    List<int[]> flagged =
        places.stream()
            .filter(place -> place.flag().kind() != FlagKind.CITATION)
            .map(place -> FlagLocator.marked(place, citations))
            .sorted(Comparator.comparingInt(range -> range[0]))
            .toList();
    int end = 0;
    for (int[] range : flagged) {
      if (range[1] > end) {
        marks.add(new Mark(Math.max(range[0], end), range[1], Optional.empty()));
        end = range[1];
      }
    }
    marks.sort(Comparator.comparingInt(Mark::start));
  }

  void annotate() {
    int next = 0;
    for (Piece piece : passage.pieces()) {
      while (next < marks.size() && marks.get(next).end() <= piece.start()) {
        next++;
      }
      if (next < marks.size() && marks.get(next).start() < piece.end()) {
        annotate(piece, next);
      }
    }
  }

  private void annotate(Piece piece, int first) {
    Node node = piece.node();
    if (node instanceof Text) {
      replace(piece, first);
    } else if (marks.get(first).citation().isPresent()) {
      node.unlink();
    } else if (node instanceof Code) {
      Node flag = new FlagNode();
      node.insertBefore(flag);
      flag.appendChild(node);
    }
  }

  /// Splits a text node at its marks. A citation that spans several nodes goes where it starts.
  private void replace(Piece piece, int first) {
    Node node = piece.node();
    int at = piece.start();
    for (int i = first; i < marks.size() && marks.get(i).start() < piece.end(); i++) {
      Mark mark = marks.get(i);
      int start = Math.max(mark.start(), at);
      insertText(node, at, mark.citation().isPresent() ? withoutSpace(at, start) : start);
      at = Math.max(start, Math.min(mark.end(), piece.end()));
      if (mark.citation().isEmpty()) {
        Node flag = new FlagNode();
        flag.appendChild(new Text(passage.text().substring(start, at)));
        node.insertBefore(flag);
      } else if (mark.start() >= piece.start()) {
        node.insertBefore(new CitationNode(mark.citation().get()));
      }
    }
    insertText(node, at, piece.end());
    node.unlink();
  }

  /// Drops the space before a citation: its node brings its own, which does not break.
  private int withoutSpace(int from, int end) {
    return end > from && passage.text().charAt(end - 1) == ' ' ? end - 1 : end;
  }

  private void insertText(Node before, int start, int end) {
    if (end > start) {
      before.insertBefore(new Text(passage.text().substring(start, end)));
    }
  }
}
