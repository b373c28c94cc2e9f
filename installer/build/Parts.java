import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Sorts the jars that Maven packaged: JavaFX's become modules of the runtime; the others are
/// merged with the program's jar, without native code of other systems and with this system's
/// unpacked.
class Parts {
  /// All files of the program get the same time, in even seconds: the AOT cache identifies its jar
  /// by it, and some package formats store times in two-second steps.
  static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  /// Fonts and themes that `Theming` never loads, 5 MB in all.
  private static final Pattern UNUSED =
      Pattern.compile(
          ".*/Inter-(Light|(?!Italic|SemiBoldItalic)[A-Za-z]*Italic)\\.otf"
              + "|atlantafx/base/theme/(cupertino|dracula|nord).*\\.(css|bss)");

  private final Path target;
  private final Path folder;
  private final Path jdk;

  /// @param jdk the JDK to link the runtime from
  Parts(Path target, Path folder, Path jdk) {
    this.target = target;
    this.folder = folder;
    this.jdk = jdk;
  }

  /// Only sorts, to inspect the result: `java installer/build/Parts.java TARGET FOLDER JDK`.
  public static void main(String[] arguments) throws IOException {
    new Parts(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).sort();
  }

  /// The folder for the program's jar and native libraries.
  Path application() {
    return folder.resolve("application");
  }

  /// The merged jar.
  Path program() {
    return application().resolve("fragments.jar");
  }

  /// One folder per JavaFX module, with `classes` and `libraries`.
  Path modules() {
    return folder.resolve("modules");
  }

  void sort() throws IOException {
    Folders.fresh(folder);
    Files.createDirectories(application());
    Files.createDirectories(modules());
    List<Path> libraries = libraries();
    try (JoinedJar all = new JoinedJar(program());
        CacheableClasses cacheable = new CacheableClasses(libraries)) {
      join(target.resolve("fragments.jar"), all, cacheable);
      for (Path jar : libraries) {
        String name = jar.getFileName().toString();
        if (name.startsWith("javafx-") || name.startsWith("jdk-jsobject-")) {
          if (name.endsWith("-" + Host.javafxClassifier() + ".jar")) {
            unpack(jar, modules().resolve(name.replaceFirst("-\\d.*", "")));
          }
        } else if (isUsed(name)) {
          join(jar, all, cacheable);
        }
      }
      all.add("", "META-INF/CHANGES", cacheable.changes().getBytes(StandardCharsets.UTF_8));
    }
    Files.setLastModifiedTime(program(), TIME);
  }

  private List<Path> libraries() throws IOException {
    try (Stream<Path> jars = Files.list(target.resolve("lib"))) {
      return jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /// The keychains of Windows and macOS are accessed through JNA, those of Linux through D-Bus.
  private static boolean isUsed(String jar) {
    return Host.system() != Host.LINUX || !jar.startsWith("jna-") && !jar.startsWith("jkeychain-");
  }

  private void unpack(Path jar, Path module) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : entries(zip)) {
        if (isOfJdk(entry.getName())) {
          continue;
        }
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

  /// On Windows both JDK and JavaFX include C runtime libraries, and `jlink` refuses duplicate
  /// names. Only names that the JDK has are skipped, because JavaFX has one that the JDK lacks.
  private boolean isOfJdk(String library) {
    return Host.isNative(library) && Files.exists(jdk.resolve("bin").resolve(library));
  }

  private void join(Path jar, JoinedJar all, CacheableClasses cacheable) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : entries(zip)) {
        String name = entry.getName();
        if (Host.isNative(name)) {
          if (isOurs(name)) {
            Path library = application().resolve(fileName(name));
            Files.copy(zip.getInputStream(entry), library);
            Files.setLastModifiedTime(library, TIME);
          }
        } else if (!UNUSED.matcher(name).matches()) {
          byte[] content = zip.getInputStream(entry).readAllBytes();
          all.add(jar.getFileName().toString(), name, cacheable.of(name, content));
        }
      }
    }
  }

  /// On macOS JNA accepts both file extensions, but jpackage signs only `.dylib`.
  private static String fileName(String library) {
    return Path.of(library).getFileName().toString().replaceFirst("\\.jnilib$", ".dylib");
  }

  /// Only files, in the jar's order, so that the manifest stays first.
  private static List<ZipEntry> entries(ZipFile zip) {
    return zip.stream()
        .filter(entry -> !entry.isDirectory())
        .<ZipEntry>map(entry -> entry)
        .toList();
  }

  /// Matches SQLite's and JNA's names of this system and architecture.
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
