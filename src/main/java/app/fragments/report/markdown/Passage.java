package app.fragments.report.markdown;

import java.util.List;
import org.commonmark.node.Node;

/// One block of text (a paragraph, heading, table cell or code block) without its marks, and the
/// way back from each of its characters to the document.
///
/// @param kind what it is
/// @param item whether it is the text of a list item, and of which
/// @param quoted whether it stands in a block quote
/// @param text the text as a reader sees it; lines end with `\n`
/// @param line the line of the Markdown it starts on, from 1
/// @param pieces what the text is put together from, in order, without gaps
/// @param block the document's node
public record Passage(
    Kind kind, Item item, boolean quoted, String text, int line, List<Piece> pieces, Node block) {

  public Passage {
    pieces = List.copyOf(pieces);
  }

  /// The passages of a document, in order.
  public static List<Passage> of(Node document) {
    return new PassageExtractor().read(document);
  }

  /// What a passage is.
  public enum Kind {
    HEADING,
    PARAGRAPH,
    CELL,
    CODE
  }

  /// Whether a passage belongs to a list, and to what item there.
  public enum Item {
    NONE,
    BULLET,
    OPEN_TASK,
    DONE_TASK
  }

  /// What a piece of a passage is.
  public enum Style {
    TEXT,
    LINK,
    CODE,
    BREAK
  }

  /// A run of a passage that comes from one node.
  ///
  /// @param start first character in the passage's text
  /// @param end after the last one
  /// @param style what it is
  /// @param strong whether it is set in bold
  /// @param line its line of the Markdown, from 1
  /// @param address where it leads, for a link, else empty
  /// @param node the document's node
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

  /// The line of the Markdown, from 1, that a character of the text stands on.
  public int lineAt(int offset) {
    return pieces.isEmpty() ? line : pieceAt(offset).line();
  }

  /// Whether all characters of a range are ordinary text, in no link and no code.
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
