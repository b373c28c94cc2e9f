package app.fragments.ui.editor.markdown;

import java.util.Arrays;
import java.util.List;

/// The marks of a run of characters.
///
/// @param bits one for each [Mark]
public record InlineStyle(int bits) {
  public static final InlineStyle PLAIN = new InlineStyle(0);

  static InlineStyle of(Mark... marks) {
    return new InlineStyle(Arrays.stream(marks).mapToInt(Mark::bit).reduce(0, (a, b) -> a | b));
  }

  public boolean has(Mark mark) {
    return (bits & mark.bit()) != 0;
  }

  public List<String> styleClasses() {
    return Arrays.stream(Mark.values()).filter(this::has).map(Mark::styleClass).toList();
  }
}
