package app.fragments.ui.editor.text;

import app.fragments.ui.common.Background;
import app.fragments.ui.editor.markdown.InlineFormatting;
import app.fragments.ui.editor.markdown.LineStyle;
import app.fragments.ui.editor.markdown.TextEdit;
import javafx.scene.control.IndexRange;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/// Pastes: pictures are stored, a web address over a selection makes a link, rich text becomes
/// Markdown.
final class TextClipboard {
  private final MarkdownArea area;
  private final Background background;
  private final PictureInsertion pictures;

  TextClipboard(MarkdownArea area, Background background, PictureInsertion pictures) {
    this.area = area;
    this.background = background;
    this.pictures = pictures;
  }

  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (pictures.insert(clipboard, area.getSelection().getEnd())) {
      return;
    }
    paste(clipboard.getString(), clipboard.getHtml());
  }

  void pastePlain() {
    paste(Clipboard.getSystemClipboard().getString(), null);
  }

  private void paste(@Nullable String text, @Nullable String html) {
    if (!area.isEditable() || (text == null && html == null)) {
      return;
    }
    IndexRange selection = area.getSelection();
    if (text != null && selection.getLength() > 0 && InlineFormatting.isUrl(text)) {
      area.apply(
          InlineFormatting.link(
              area.getText(), selection.getStart(), selection.getEnd(), text.strip()));
    } else if (html != null && HtmlToMarkdown.isFormatted(html) && !isCode()) {
      background.run(
          () -> HtmlToMarkdown.convert(html),
          this::insert,
          failure -> insert(text == null ? "" : text));
    } else if (text != null) {
      insert(text);
    }
  }

  private void insert(String text) {
    String pasted = MarkdownArea.normalized(text);
    if (!pasted.isEmpty() && area.isEditable()) {
      IndexRange selection = area.getSelection();
      int end = selection.getStart() + pasted.length();
      area.apply(new TextEdit(selection.getStart(), selection.getEnd(), pasted, end, end));
    }
  }

  private boolean isCode() {
    return area.line(area.getCurrentParagraph()).style().kind() == LineStyle.Kind.CODE;
  }
}
