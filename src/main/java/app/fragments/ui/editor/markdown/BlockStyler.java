package app.fragments.ui.editor.markdown;

import app.fragments.ui.editor.markdown.LineStyle.Kind;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;

/// Styles lines by the blocks they are in.
final class BlockStyler {
  private final List<LineStyler> lines;

  BlockStyler(List<LineStyler> lines) {
    this.lines = lines;
  }

  /// From the outermost block to the innermost, so that markers are found one after the other.
  void style(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Block block) {
        styleBlock(block);
        style(block);
      }
    }
  }

  private void styleBlock(Block block) {
    List<SourceSpan> spans = block.getSourceSpans();
    int last = spans.size() - 1;
    switch (block) {
      case BlockQuote quote -> each(spans, (line, i) -> line.quote());
      case ListItem item -> each(spans, (line, i) -> styleItem(item, line, i));
      case Heading heading ->
          each(spans, (line, i) -> line.heading(heading.getLevel(), last > 0 && i == last));
      case FencedCodeBlock code ->
          each(
              spans,
              (line, i) ->
                  line.block(
                      Kind.CODE, i == 0 || (i == last && code.getClosingFenceLength() != null)));
      case IndentedCodeBlock code -> each(spans, (line, i) -> line.block(Kind.CODE, false));
      case ThematicBreak rule -> each(spans, (line, i) -> line.block(Kind.RULE, true));
      case TableBlock table -> each(spans, (line, i) -> line.block(Kind.TABLE, i == 1));
      default -> {}
    }
  }

  private static void styleItem(ListItem item, LineStyler line, int index) {
    if (index == 0) {
      line.item();
    } else {
      Integer indent = item.getContentIndent();
      line.itemContinued(indent == null ? 0 : indent);
    }
  }

  private void each(List<SourceSpan> spans, ObjIntConsumer<LineStyler> style) {
    for (int i = 0; i < spans.size(); i++) {
      style.accept(lines.get(spans.get(i).getLineIndex()), i);
    }
  }
}
