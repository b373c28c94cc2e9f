package app.fragments.ui.emoji;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// Noto's pictures of emoji, for systems whose JavaFX draws emoji in black or wrongly. Nothing is
/// read before the first emoji is found. On the FX thread, except [#find] and [#png].
public final class EmojiPictures {
  /// Decoded pictures: about 2 MB at the usual sizes.
  private static final int MAX_DECODED = 256;

  private static final double SOURCE_SIZE = 64;

  private final boolean isNeeded;
  private final EmojiFinder finder = new EmojiFinder(key -> pack().has(key));
  private volatile @Nullable EmojiPack pack;
  private final Map<Decoded, Image> decoded = new LinkedHashMap<>(16, 0.75f, true);

  private record Decoded(String key, int size) {}

  /// @param isNeeded false if the system draws emoji itself; then none are found
  public EmojiPictures(boolean isNeeded) {
    this.isNeeded = isNeeded;
  }

  /// Windows and macOS have coloured glyphs.
  public static EmojiPictures forSystem(String osName) {
    return new EmojiPictures(!osName.startsWith("Windows") && !osName.startsWith("Mac"));
  }

  /// The emoji to draw as pictures, in their order.
  public List<Emoji> find(String text) {
    return isNeeded && EmojiFinder.mayHaveEmoji(text) ? finder.find(text) : List.of();
  }

  /// The picture as PNG.
  byte[] png(String key) {
    return pack().png(key);
  }

  /// The picture, with enough pixels for screens with a scale of two.
  ///
  /// @param size wanted, in JavaFX's pixels
  Image image(String key, double size) {
    int pixels = (int) Math.clamp(Math.ceil(size) * 2, 1, SOURCE_SIZE);
    Image image =
        decoded.computeIfAbsent(
            new Decoded(key, pixels),
            wanted -> new Image(new ByteArrayInputStream(png(key)), pixels, pixels, true, true));
    if (decoded.size() > MAX_DECODED) {
      decoded.remove(decoded.keySet().iterator().next());
    }
    return image;
  }

  private EmojiPack pack() {
    EmojiPack opened = pack;
    if (opened == null) {
      opened = new EmojiPack();
      pack = opened;
    }
    return opened;
  }
}
