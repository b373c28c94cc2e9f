import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/// Packs Noto's emoji pictures into one file, each as a PNG of at most 64 colours. Run it after a new
/// Unicode version and commit the output:
///
///     npm pack emoji-datasource-google@16.0.0
///     tar xzf emoji-datasource-google-16.0.0.tgz
///     java installer/emoji/Pack.java package/img/google/64 \
///         src/main/resources/app/fragments/ui/emoji/noto.pack
///
/// The file: the number of pictures; for each the emoji without variation selectors (modified UTF-8)
/// and the length of its picture, sorted by emoji; then the pictures. Numbers have four bytes.
final class Pack {
  private static final int COLOURS = 64;

  public static void main(String[] arguments) throws IOException {
    Map<String, byte[]> pictures = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".png")).toList()) {
        if (pictures.put(emoji(file), png(ImageIO.read(file.toFile()))) != null) {
          throw new IOException("Twice: " + file);
        }
      }
    }
    Path target = Path.of(arguments[1]);
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(target))) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      DataOutputStream head = new DataOutputStream(body);
      head.writeInt(pictures.size());
      for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
        head.writeUTF(picture.getKey());
        head.writeInt(picture.getValue().length);
      }
      for (byte[] picture : pictures.values()) {
        head.write(picture);
      }
      body.writeTo(out);
    }
    System.out.println(pictures.size() + " pictures, " + Files.size(target) + " bytes");
  }

  /// `2764-fe0f-200d-1f525.png` to its characters.
  private static String emoji(Path file) {
    String name = file.getFileName().toString().replace(".png", "");
    return Arrays.stream(name.split("-"))
        .filter(code -> !code.equals("fe0f"))
        .map(code -> Character.toString(Integer.parseInt(code, 16)))
        .collect(Collectors.joining());
  }

  private static byte[] png(BufferedImage image) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixels[i] >>> 24 == 0 ? 0 : pixels[i];
    }
    Map<Integer, Integer> counts = new HashMap<>();
    Arrays.stream(pixels).forEach(pixel -> counts.merge(pixel, 1, Integer::sum));
    int[] palette = palette(counts);
    Map<Integer, Integer> nearest = new HashMap<>();
    counts.keySet().forEach(pixel -> nearest.put(pixel, nearest(palette, pixel)));
    byte[] rows = new byte[(width + 1) * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rows[y * (width + 1) + 1 + x] = nearest.get(pixels[y * width + x]).byteValue();
      }
    }
    return file(width, height, palette, rows);
  }

  private record Colour(int argb, int count) {
    int part(int shift) {
      return argb >>> shift & 255;
    }
  }

  /// Median cut: halves the set of colours that differ most until there are enough sets. The more
  /// opaque come last, so that the PNG needs few alpha values.
  private static int[] palette(Map<Integer, Integer> counts) {
    List<List<Colour>> sets = new ArrayList<>();
    sets.add(
        counts.entrySet().stream()
            .map(colour -> new Colour(colour.getKey(), colour.getValue()))
            .sorted(Comparator.comparingInt(Colour::argb))
            .toList());
    while (sets.size() < COLOURS) {
      List<Colour> widest = sets.stream().max(Comparator.comparingDouble(Pack::spread)).get();
      if (widest.size() < 2) {
        break;
      }
      sets.remove(widest);
      int shift = widestPart(widest);
      List<Colour> sorted =
          widest.stream().sorted(Comparator.comparingInt(c -> c.part(shift))).toList();
      double mean = mean(sorted, shift);
      int middle = 1;
      while (middle < sorted.size() - 1 && sorted.get(middle).part(shift) <= mean) {
        middle++;
      }
      sets.add(sorted.subList(0, middle));
      sets.add(sorted.subList(middle, sorted.size()));
    }
    return sets.stream()
        .map(Pack::average)
        .sorted(Integer::compareUnsigned)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int average(List<Colour> set) {
    int argb = 0;
    for (int shift = 0; shift <= 24; shift += 8) {
      argb |= (int) Math.round(mean(set, shift)) << shift;
    }
    return argb;
  }

  private static double mean(List<Colour> set, int shift) {
    double sum = 0;
    double count = 0;
    for (Colour colour : set) {
      sum += (double) colour.part(shift) * colour.count();
      count += colour.count();
    }
    return sum / count;
  }

  private static double variance(List<Colour> set, int shift) {
    double mean = mean(set, shift);
    return set.stream().mapToDouble(c -> Math.pow(c.part(shift) - mean, 2) * c.count()).sum();
  }

  private static double spread(List<Colour> set) {
    return set.size() < 2 ? 0 : variance(set, widestPart(set));
  }

  private static int widestPart(List<Colour> set) {
    return Stream.of(0, 8, 16, 24).max(Comparator.comparingDouble(s -> variance(set, s))).get();
  }

  private static int nearest(int[] palette, int pixel) {
    int best = 0;
    long bestDistance = Long.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      long distance = 0;
      for (int shift = 0; shift <= 24; shift += 8) {
        long difference = (pixel >>> shift & 255) - (palette[i] >>> shift & 255);
        distance += difference * difference;
      }
      if (distance < bestDistance) {
        bestDistance = distance;
        best = i;
      }
    }
    return best;
  }

  private static byte[] file(int width, int height, int[] palette, byte[] rows) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(png);
    out.writeLong(0x89504E470D0A1A0AL);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 3, 0, 0, 0}); // 8 bits, palette
    chunk(out, "IHDR", header.toByteArray());
    byte[] colours = new byte[palette.length * 3];
    int opaque = 0;
    byte[] alphas = new byte[palette.length];
    for (int i = 0; i < palette.length; i++) {
      colours[i * 3] = (byte) (palette[i] >>> 16);
      colours[i * 3 + 1] = (byte) (palette[i] >>> 8);
      colours[i * 3 + 2] = (byte) palette[i];
      alphas[i] = (byte) (palette[i] >>> 24);
      opaque = alphas[i] == -1 ? opaque : i + 1;
    }
    chunk(out, "PLTE", colours);
    chunk(out, "tRNS", Arrays.copyOf(alphas, opaque));
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(data, deflater)) {
      deflated.write(rows);
    }
    deflater.end();
    chunk(out, "IDAT", data.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
