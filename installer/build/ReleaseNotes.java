import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Prints one version's section of a changelog in the format of keepachangelog.com, without its
/// heading:
///
/// java installer/build/ReleaseNotes.java 0.1.0 CHANGELOG.md
class ReleaseNotes {

  public static void main(String[] arguments) throws IOException {
    String version = arguments[0];
    Path changeLog = Path.of(arguments[1]);
    String notes = of(version, Files.readAllLines(changeLog));
    if (notes.isEmpty()) {
      System.err.println(changeLog + " has no section for version " + version);
      System.exit(1);
    }
    System.out.println(notes);
  }

  private static String of(String version, List<String> lines) {
    List<String> fromHeading =
        lines.stream().dropWhile(line -> !line.startsWith("## [" + version + "]")).toList();
    List<String> section =
        fromHeading.stream().skip(1).takeWhile(line -> !line.startsWith("## ")).toList();
    return String.join("\n", section).strip();
  }
}
