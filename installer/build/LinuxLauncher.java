import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/// Replaces jpackage's Linux launcher with `installer/linux/launcher.sh`, with options and class
/// path filled in. Renames the runtime's `java` to the program's name.
class LinuxLauncher {
  private static final Path SCRIPT = Path.of("installer/linux/launcher.sh");

  private final Path root;

  /// @param root the program's folder, created by jpackage
  LinuxLauncher(Path root) {
    this.root = root;
  }

  void replace() throws IOException {
    Path application = root.resolve("lib/app");
    Path configuration = application.resolve("fragments.cfg");
    List<String> lines = Files.readAllLines(configuration);
    Path launcher = root.resolve("bin/fragments");
    Files.writeString(
        launcher,
        Files.readString(SCRIPT)
            .replace("@OPTIONS@", values(lines, "java-options", "\"", "\" \""))
            .replace("@CLASSPATH@", values(lines, "app.classpath", "", ":"))
            .replace("@MAIN@", values(lines, "app.mainclass", "", "")));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path programs = root.resolve("lib/runtime/bin");
    Files.move(programs.resolve("java"), programs.resolve("fragments"));
    Files.delete(configuration);
    Files.deleteIfExists(application.resolve(".jpackage.xml"));
    Files.delete(root.resolve("lib/libapplauncher.so"));
  }

  /// The values of a key in the launcher's configuration; the shell expands `$APPDIR`.
  private static String values(List<String> lines, String key, String quote, String between) {
    return lines.stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .collect(Collectors.joining(between, quote, quote));
  }
}
