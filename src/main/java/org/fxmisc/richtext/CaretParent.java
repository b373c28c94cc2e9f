package org.fxmisc.richtext;

import javafx.scene.Parent;

/// Tells whether the caret is drawn. RichTextFX can leave it in a node that is no longer shown,
/// when lines were inserted or scrolled; moving up or down then fails.
public final class CaretParent {
  private CaretParent() {}

  public static boolean isShown(GenericStyledArea<?, ?, ?> area) {
    CaretNode caret = area.getCaretSelectionBind().getUnderlyingCaret();
    int line = caret.getParagraphIndex();
    Parent text = caret.getParent();
    return text instanceof ParagraphText<?, ?, ?> paragraph
        && paragraph.getParagraph().equals(area.getParagraph(line))
        && text.getParent() instanceof ParagraphBox<?, ?, ?> box
        && box.getIndex() == line
        && box.getScene() == area.getScene()
        && box.isVisible();
  }
}
