package app.fragments.ui.editor.text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Decodes and encodes pictures, in memory only. Not on the FX thread.
final class PictureCodec {
  /// In pixels; a larger picture would need too much memory while it is decoded.
  private static final long MAX_PIXELS = 40_000_000;

  private PictureCodec() {}

  /// @param most the greatest width and height of the result, in pixels
  /// @throws IOException if it is damaged or too large
  static Image decode(byte[] file, int most) throws IOException {
    double scale = Math.min(1, most / (double) longerSide(file));
    double bound = scale < 1 ? most : 0; // 0 is the picture's own size
    Image image = new Image(new ByteArrayInputStream(file), bound, bound, true, true);
    if (image.isError()) {
      throw new IOException("The picture cannot be decoded", image.getException());
    }
    return image;
  }

  private static int longerSide(byte[] file) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("The picture has an unknown format");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
          throw new IOException("The picture has too many pixels");
        }
        return Math.max(width, height);
      } finally {
        reader.dispose();
      }
    }
  }

  static byte[] png(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image
          .getPixelReader()
          .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
      copy.setRGB(0, y, width, 1, row, 0, width);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(copy, "png", out);
    }
    return bytes.toByteArray();
  }
}
