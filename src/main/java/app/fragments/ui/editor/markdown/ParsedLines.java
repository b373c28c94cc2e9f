package app.fragments.ui.editor.markdown;

import app.fragments.report.markdown.Markdown;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.Node;

/// Whole blocks of Markdown, parsed and styled.
///
/// @param blockStarts the lines at which a top-level block starts
record ParsedLines(List<StyledLine> lines, BitSet blockStarts) {

  static ParsedLines of(Markdown markdown, List<String> lines) {
    List<LineStyler> stylers = new ArrayList<>(lines.size());
    for (String line : lines) {
      stylers.add(new LineStyler(line));
    }
    Node document = markdown.parse(String.join("\n", lines));
    new BlockStyler(stylers).style(document);
    new InlineStyler(stylers).style(document);
    BitSet starts = new BitSet();
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      if (block instanceof Block && !block.getSourceSpans().isEmpty()) {
        starts.set(block.getSourceSpans().getFirst().getLineIndex());
      }
    }
    return new ParsedLines(stylers.stream().map(LineStyler::line).toList(), starts);
  }
}
