package app.fragments.ui.editor.markdown;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The marks of a run of characters.
///
/// @param bits one for each [Mark]
/// @param emoji the key of the picture to draw instead of the character, or null
/// @param isOdd differs from one emoji to the next, or else equal neighbours would become one run
public record InlineStyle(int bits, @Nullable String emoji, boolean isOdd) {
  public static final InlineStyle PLAIN = new InlineStyle(0);

  InlineStyle(int bits) {
    this(bits, null, false);
  }

  static InlineStyle of(Mark... marks) {
    return new InlineStyle(Arrays.stream(marks).mapToInt(Mark::bit).reduce(0, (a, b) -> a | b));
  }

  InlineStyle drawn(String key, boolean odd) {
    return new InlineStyle(bits, key, odd);
  }

  InlineStyle hidden() {
    return new InlineStyle(bits | Mark.HIDDEN.bit());
  }

  public boolean has(Mark mark) {
    return (bits & mark.bit()) != 0;
  }

  public List<String> styleClasses() {
    return Arrays.stream(Mark.values()).filter(this::has).map(Mark::styleClass).toList();
  }
}
