package app.fragments.report.markdown;

import app.fragments.report.markdown.Passage.Item;
import app.fragments.report.markdown.Passage.Kind;
import app.fragments.report.markdown.Passage.Piece;
import app.fragments.report.markdown.Passage.Style;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Flattens a document to its passages. The parser limits the depth of this recursion.
final class PassageExtractor {
  private final List<Passage> passages = new ArrayList<>();

  List<Passage> read(Node document) {
    blocks(document, Item.NONE, false);
    return passages;
  }

  private void blocks(Node parent, Item item, boolean quoted) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Heading heading -> add(Kind.HEADING, Item.NONE, quoted, heading);
        case Paragraph paragraph -> add(Kind.PARAGRAPH, item, quoted, paragraph);
        case TableCell cell -> add(Kind.CELL, Item.NONE, quoted, cell);
        case FencedCodeBlock code -> addLiteral(Kind.CODE, quoted, code, code.getLiteral());
        case IndentedCodeBlock code -> addLiteral(Kind.CODE, quoted, code, code.getLiteral());
        case HtmlBlock html -> addLiteral(Kind.PARAGRAPH, quoted, html, html.getLiteral());
        case ListItem listItem -> blocks(listItem, itemOf(listItem), quoted);
        case BlockQuote quote -> blocks(quote, item, true);
        default -> blocks(node, item, quoted);
      }
    }
  }

  private static Item itemOf(ListItem item) {
    if (item.getFirstChild() instanceof TaskListItemMarker marker) {
      return marker.isChecked() ? Item.DONE_TASK : Item.OPEN_TASK;
    }
    return Item.BULLET;
  }

  /// Adds code or raw HTML, which is shown as written and has no syntax or citations.
  private void addLiteral(Kind kind, boolean quoted, Node node, String literal) {
    int line = lineOf(node, 1);
    List<Piece> pieces = List.of(new Piece(0, literal.length(), Style.CODE, false, line, "", node));
    passages.add(new Passage(kind, Item.NONE, quoted, literal, line, pieces, node));
  }

  private void add(Kind kind, Item item, boolean quoted, Node block) {
    int line = lineOf(block, 1);
    Flattener flattener = new Flattener(line);
    flattener.inlines(block, false, "");
    passages.add(
        new Passage(kind, item, quoted, flattener.text.toString(), line, flattener.pieces, block));
  }

  private static int lineOf(Node node, int otherwise) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? otherwise : spans.getFirst().getLineIndex() + 1;
  }

  private static final class Flattener {
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private int line;

    Flattener(int line) {
      this.line = line;
    }

    void inlines(Node parent, boolean strong, String address) {
      for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
        switch (node) {
          case Text plain -> add(plain.getLiteral(), Style.TEXT, strong, address, plain);
          case HtmlInline html -> add(html.getLiteral(), Style.TEXT, strong, address, html);
          case Code code -> add(code.getLiteral(), Style.CODE, strong, address, code);
          case SoftLineBreak end -> add("\n", Style.BREAK, strong, address, end);
          case HardLineBreak end -> add("\n", Style.BREAK, strong, address, end);
          case Link link -> inlines(link, strong, link.getDestination());
          case Image image -> inlines(image, strong, image.getDestination());
          case StrongEmphasis emphasis -> inlines(emphasis, true, address);
          default -> inlines(node, strong, address);
        }
      }
    }

    private void add(String literal, Style style, boolean strong, String address, Node node) {
      if (literal.isEmpty()) {
        return;
      }
      line = lineOf(node, line);
      Style shown = !address.isEmpty() && style == Style.TEXT ? Style.LINK : style;
      int start = text.length();
      text.append(literal);
      pieces.add(new Piece(start, text.length(), shown, strong, line, address, node));
    }
  }
}
