package app.fragments.report.markdown;

import java.util.List;
import org.commonmark.node.Node;

/// One block of text (a paragraph, heading, table cell or code block) without Markdown syntax,
/// which maps each of its characters back to the document.
///
/// @param text as a reader sees it; lines end with `\n`
/// @param line the source line it starts on, from 1
/// @param pieces the runs that make up the text, in order, without gaps
public record Passage(
    Kind kind, Item item, boolean quoted, String text, int line, List<Piece> pieces, Node block) {
  public Passage {
    pieces = List.copyOf(pieces);
  }

  /// The passages of a document, in order.
  public static List<Passage> of(Node document) {
    return new PassageExtractor().read(document);
  }

  public enum Kind {
    HEADING,
    PARAGRAPH,
    CELL,
    CODE
  }

  /// The list item that a passage belongs to.
  public enum Item {
    NONE,
    BULLET,
    OPEN_TASK,
    DONE_TASK
  }

  public enum Style {
    TEXT,
    LINK,
    CODE,
    BREAK
  }

  /// A run of text that comes from one node.
  ///
  /// @param start in the passage's text
  /// @param line its source line, from 1
  /// @param address the target of a link, otherwise empty
  public record Piece(
      int start, int end, Style style, boolean strong, int line, String address, Node node) {}

  /// The piece that a character belongs to.
  ///
  /// @throws IndexOutOfBoundsException for an offset outside the text
  public Piece pieceAt(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return pieces.get(low);
  }

  /// The source line of a character of the text, from 1.
  public int lineAt(int offset) {
    return pieces.isEmpty() ? line : pieceAt(offset).line();
  }

  /// Whether a range is plain text, without links and code.
  public boolean isText(int start, int end) {
    for (int at = start; at < end; ) {
      Piece piece = pieceAt(at);
      if (piece.style() != Style.TEXT && piece.style() != Style.BREAK) {
        return false;
      }
      at = piece.end();
    }
    return true;
  }
}
