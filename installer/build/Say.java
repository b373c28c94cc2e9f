import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the build tells whoever watches it.
class Say {
  private static final double MEGABYTE = 1e6;

  static void step(String what) {
    System.out.println("== " + what);
  }

  /// The files that were made, with their sizes.
  static void sizes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        System.out.printf("%8.1f MB  %s%n", Files.size(file) / MEGABYTE, file);
      }
    }
  }
}
