package app.fragments.ui.editor.markdown;

/// A range of characters: `start` inclusive, `end` exclusive.
public record TextRange(int start, int end) {
  public int length() {
    return end - start;
  }

  /// Whether a caret at this offset is in the range or touches it.
  boolean touches(int offset) {
    return offset >= start && offset <= end;
  }

  boolean contains(TextRange other) {
    return other.start >= start && other.end <= end;
  }
}
