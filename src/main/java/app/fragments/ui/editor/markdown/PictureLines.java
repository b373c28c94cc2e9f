package app.fragments.ui.editor.markdown;

/// Puts pictures into a text.
public final class PictureLines {
  private PictureLines() {}

  /// Gives pictures lines of their own, except in a list item or quote, which they stay in.
  ///
  /// @param pictures their Markdown, one a line
  /// @param isNested whether the line is in a list item or quote
  public static TextEdit insert(String text, int offset, String pictures, boolean isNested) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    int nextBreak = text.indexOf('\n', offset);
    int end = nextBreak < 0 ? text.length() : nextBreak;
    boolean hasTextBefore = !text.substring(start, offset).isBlank();
    if (isNested) {
      String inline = (hasTextBefore ? " " : "") + pictures.replace('\n', ' ');
      return TextEdit.of(offset, offset, inline, offset + inline.length());
    }
    boolean needsBreak = !text.substring(offset, end).isBlank() || nextBreak < 0;
    String lines = (hasTextBefore ? "\n" : "") + pictures + (needsBreak ? "\n" : "");
    int caret = offset + lines.length() + (needsBreak ? 0 : 1);
    return TextEdit.of(offset, offset, lines, caret);
  }
}
