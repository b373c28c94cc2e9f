package app.fragments.ui.editor.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hits in one line.
///
/// @param current the one that was gone to, or null
public record Hits(List<TextRange> ranges, @Nullable TextRange current) {
  public static final Hits NONE = new Hits(List.of(), null);

  void mark(int[] bits) {
    for (TextRange range : ranges) {
      Mark mark = range.equals(current) ? Mark.CURRENT_HIT : Mark.HIT;
      for (int i = Math.max(0, range.start()); i < Math.min(bits.length, range.end()); i++) {
        bits[i] |= mark.bit();
        bits[i] &= ~Mark.HIDDEN.bit();
      }
    }
  }
}
