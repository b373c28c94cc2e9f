package app.fragments.generator.digest;

import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Piece;
import app.fragments.report.markdown.Passage.Style;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/// The text of a passage that a report may quote: without HTML tags, comments and struck-out words.
/// Hard line breaks become line separators (U+2028), soft ones `\n`.
final class VisibleText {
  static final char HARD_BREAK = '\u2028';

  private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);
  private static final Pattern HIDDEN_ELEMENT =
      Pattern.compile(
          "<(script|style|template)\\b.*?(?:</\\1\\s*>|\\z)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern BREAK = Pattern.compile("<br\\b[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");

  private VisibleText() {}

  static String of(Passage passage) {
    if (passage.block() instanceof HtmlBlock) {
      return ofHtml(passage.text());
    }
    StringBuilder text = new StringBuilder();
    for (Piece piece : passage.pieces()) {
      String words = passage.text().substring(piece.start(), piece.end());
      if (piece.node() instanceof HtmlInline) {
        text.append(ofHtml(words));
      } else if (piece.style() == Style.BREAK) {
        text.append(piece.node() instanceof HardLineBreak ? HARD_BREAK : '\n');
      } else if (!isStruckOut(piece.node())) {
        text.append(words);
      }
    }
    return text.toString();
  }

  private static boolean isStruckOut(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof Strikethrough) {
        return true;
      }
    }
    return false;
  }

  private static String ofHtml(String html) {
    String shown = HIDDEN_ELEMENT.matcher(COMMENT.matcher(html).replaceAll("")).replaceAll("");
    return TAG.matcher(BREAK.matcher(shown).replaceAll(String.valueOf(HARD_BREAK))).replaceAll(" ");
  }
}
