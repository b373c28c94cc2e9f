import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The jars that Maven has packaged, sorted: JavaFX's become modules of the runtime; the others go
/// beside the program, less the native code of other systems, this system's unpacked.
///
/// The jars are written anew without compression. The packages around them compress better, and the
/// program reads them faster.
class Parts {
  /// All files of the program get the same time, an even second: the AOT cache knows its jars by
  /// it, and some packages keep no better one.
  static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  /// `Theming` loads none of these fonts and themes, and together they are 5 MB.
  private static final Pattern UNUSED =
      Pattern.compile(
          ".*/Inter-(Light|[A-Za-z]*Italic)\\.otf"
              + "|atlantafx/base/theme/(cupertino|dracula|nord).*\\.(css|bss)");

  private final Path target;
  private final Path folder;

  Parts(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /// What goes beside the program.
  Path application() {
    return folder.resolve("application");
  }

  /// The program's own jar.
  Path program() {
    return application().resolve("fragments.jar");
  }

  /// The jar of the theme that the window's controls have.
  Path theme() throws IOException {
    try (var jars = Files.newDirectoryStream(application(), "atlantafx-base-*.jar")) {
      return jars.iterator().next();
    }
  }

  /// A folder for each of JavaFX's modules: `classes` and `libraries`.
  Path modules() {
    return folder.resolve("modules");
  }

  void sort() throws IOException {
    Folders.fresh(folder);
    Files.createDirectories(application());
    Files.createDirectories(modules());
    store(target.resolve("fragments.jar"));
    try (var jars = Files.newDirectoryStream(target.resolve("lib"), "*.jar")) {
      for (Path jar : jars) {
        String name = jar.getFileName().toString();
        if (name.startsWith("javafx-") || name.startsWith("jdk-jsobject-")) {
          if (name.endsWith("-" + Host.javafxClassifier() + ".jar")) {
            unpack(jar, modules().resolve(name.replaceFirst("-\\d.*", "")));
          }
        } else if (isUsed(name)) {
          store(jar);
        }
      }
    }
  }

  /// Windows and macOS are asked for their keychains through JNA, Linux through D-Bus.
  private static boolean isUsed(String jar) {
    return Host.system() != Host.LINUX || !jar.startsWith("jna-") && !jar.startsWith("jkeychain-");
  }

  private static void unpack(Path jar, Path module) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : entries(zip)) {
        Path part =
            Host.isNative(entry.getName())
                ? module.resolve("libraries")
                : module.resolve("classes");
        Path file = part.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip.getInputStream(entry), file);
      }
    }
  }

  private void store(Path jar) throws IOException {
    Path copy = application().resolve(jar.getFileName().toString());
    try (ZipFile zip = new ZipFile(jar.toFile());
        ZipOutputStream stored = new ZipOutputStream(Files.newOutputStream(copy))) {
      stored.setMethod(ZipOutputStream.STORED);
      for (ZipEntry entry : entries(zip)) {
        if (UNUSED.matcher(entry.getName()).matches()) {
          continue;
        }
        byte[] content = zip.getInputStream(entry).readAllBytes();
        if (Host.isNative(entry.getName())) {
          if (isOurs(entry.getName())) {
            Path library = application().resolve(Path.of(entry.getName()).getFileName().toString());
            Files.write(library, content);
            Files.setLastModifiedTime(library, TIME);
          }
        } else {
          write(stored, entry.getName(), content);
        }
      }
    }
    Files.setLastModifiedTime(copy, TIME);
  }

  private static void write(ZipOutputStream stored, String name, byte[] content)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setLastModifiedTime(TIME);
    stored.putNextEntry(entry);
    stored.write(content);
    stored.closeEntry();
  }

  /// Files only, in the order of the jar: the manifest stays the first.
  private static List<ZipEntry> entries(ZipFile zip) {
    return zip.stream()
        .filter(entry -> !entry.isDirectory())
        .<ZipEntry>map(entry -> entry)
        .toList();
  }

  /// SQLite's and JNA's names of systems and architectures.
  private static boolean isOurs(String library) {
    String sqlite =
        switch (Host.system()) {
          case LINUX -> "Linux/";
          case WINDOWS -> "Windows/";
          case MACOS -> "Mac/";
        };
    String jna =
        switch (Host.system()) {
          case LINUX -> "linux-";
          case WINDOWS -> "win32-";
          case MACOS -> "darwin-";
        };
    return library.startsWith(
            "org/sqlite/native/" + sqlite + (Host.isArm() ? "aarch64/" : "x86_64/"))
        || library.startsWith("com/sun/jna/" + jna + (Host.isArm() ? "aarch64/" : "x86-64/"));
  }
}
