package app.fragments.ui.editor.markdown;

import app.fragments.journal.PictureId;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;

/// Styles characters by the inline marks they are in.
final class InlineStyler {
  private final List<LineStyler> lines;

  InlineStyler(List<LineStyler> lines) {
    this.lines = lines;
  }

  void style(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!(node instanceof Block) && !node.getSourceSpans().isEmpty()) {
        styleInline(node);
      }
      style(node);
    }
  }

  private void styleInline(Node node) {
    switch (node) {
      case StrongEmphasis strong -> delimited(strong, Mark.BOLD, 2);
      case Emphasis emphasis -> delimited(emphasis, Mark.ITALIC, 1);
      case Strikethrough strike ->
          delimited(strike, Mark.STRIKE, strike.getOpeningDelimiter().length());
      case Code code -> delimited(code, Mark.CODE, backticks(code));
      case HtmlInline html -> mark(html, Mark.SYNTAX);
      case Image image when PictureId.ofAddress(image.getDestination()).isPresent() ->
          picture(image);
      case Image image -> bracketed(image, image.getDestination());
      case Link link -> link(link);
      default -> {}
    }
  }

  private void delimited(Node node, Mark mark, int delimiter) {
    mark(node, mark);
    SourceSpan first = node.getSourceSpans().getFirst();
    SourceSpan last = node.getSourceSpans().getLast();
    line(first).add(Mark.SYNTAX, first.getColumnIndex(), first.getColumnIndex() + delimiter);
    line(last).add(Mark.SYNTAX, end(last) - delimiter, end(last));
  }

  private int backticks(Node code) {
    SourceSpan span = code.getSourceSpans().getFirst();
    String text = line(span).text();
    int at = span.getColumnIndex();
    while (at < end(span) && text.charAt(at) == '`') {
      at++;
    }
    return at - span.getColumnIndex();
  }

  private void link(Link link) {
    SourceSpan span = link.getSourceSpans().getFirst();
    String source = line(span).text().substring(span.getColumnIndex(), end(span));
    if (source.startsWith("[")) {
      bracketed(link, link.getDestination());
    } else {
      int bracket = source.startsWith("<") ? 1 : 0;
      mark(link, Mark.LINK);
      TextRange whole = new TextRange(span.getColumnIndex(), end(span));
      line(span).link(new LinkRange(whole, whole, link.getDestination()));
      line(span).add(Mark.SYNTAX, whole.start(), whole.start() + bracket);
      line(span).add(Mark.SYNTAX, whole.end() - bracket, whole.end());
    }
  }

  /// A link or picture with its address in parentheses. One that refers to a definition elsewhere
  /// stays plain: blocks are parsed one by one. One that spans lines is never hidden.
  private void bracketed(Node node, String target) {
    List<SourceSpan> spans = node.getSourceSpans();
    SourceSpan span = spans.getFirst();
    Node first = node.getFirstChild();
    Node last = node.getLastChild();
    if (!line(spans.getLast()).text().substring(0, end(spans.getLast())).endsWith(")")) {
      return;
    }
    mark(node, Mark.LINK);
    if (spans.size() > 1 || first == null || last == null || first.getSourceSpans().isEmpty()) {
      return;
    }
    TextRange whole = new TextRange(span.getColumnIndex(), end(span));
    TextRange text =
        new TextRange(
            first.getSourceSpans().getFirst().getColumnIndex(),
            last.getSourceSpans().isEmpty() ? whole.end() : end(last.getSourceSpans().getLast()));
    LineStyler line = line(span);
    line.add(Mark.SYNTAX, whole.start(), text.start());
    line.add(Mark.SYNTAX, text.end(), whole.end());
    line.link(new LinkRange(whole, node instanceof Image ? whole : text, target));
  }

  /// A picture of the journal is shown below the line, its source only around the caret.
  private void picture(Image image) {
    SourceSpan span = image.getSourceSpans().getFirst();
    TextRange whole = new TextRange(span.getColumnIndex(), end(span));
    if (image.getSourceSpans().size() == 1
        && line(span).text().substring(0, whole.end()).endsWith(")")) {
      mark(image, Mark.SYNTAX);
      line(span)
          .link(
              new LinkRange(
                  whole, new TextRange(whole.end(), whole.end()), image.getDestination()));
    }
  }

  private void mark(Node node, Mark mark) {
    for (SourceSpan span : node.getSourceSpans()) {
      line(span).add(mark, span.getColumnIndex(), end(span));
    }
  }

  private LineStyler line(SourceSpan span) {
    return lines.get(span.getLineIndex());
  }

  private static int end(SourceSpan span) {
    return span.getColumnIndex() + span.getLength();
  }
}
