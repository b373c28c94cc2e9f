package app.fragments.ui.editor.markdown;

import java.util.Optional;

/// A text with its selection, written as "one ‹two› three", or with its caret, as "one ¦two".
record Caret(String text, int start, int end) {
  static Caret in(String marked) {
    int caret = marked.indexOf('¦');
    if (caret >= 0) {
      return new Caret(marked.replace("¦", ""), caret, caret);
    }
    int start = marked.indexOf('‹');
    int end = marked.indexOf('›') - 1;
    return new Caret(marked.replaceAll("[‹›]", ""), start, end);
  }

  /// The text after an edit, with the new selection.
  String after(TextEdit edit) {
    String changed = edit.applyTo(text);
    int from = Math.min(edit.anchor(), edit.caret());
    int to = Math.max(edit.anchor(), edit.caret());
    return from == to
        ? changed.substring(0, from) + '¦' + changed.substring(from)
        : changed.substring(0, from)
            + '‹'
            + changed.substring(from, to)
            + '›'
            + changed.substring(to);
  }

  /// The same, or "unchanged".
  String after(Optional<TextEdit> edit) {
    return edit.map(this::after).orElse("unchanged");
  }
}
