import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The build's console output.
class Say {
  private static final double MEGABYTE = 1e6;

  static void step(String what) {
    System.out.println("== " + what);
  }

  /// Prints the created files with their sizes.
  static void sizes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        System.out.printf("%8.1f MB  %s%n", Files.size(file) / MEGABYTE, file);
      }
    }
  }
}
