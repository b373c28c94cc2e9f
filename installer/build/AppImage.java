import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program as a folder: launcher, jars and runtime, as jpackage lays them out.
///
/// @param root what a package holds: `fragments`, `Fragments` or `Fragments.app`
record AppImage(Path root) {
  private static final Path OPTIONS = Path.of("installer/java.options");
  private static final String CACHE = "fragments.aot";

  static AppImage make(Parts parts, Path runtime, String version, Path folder) throws IOException {
    Folders.fresh(folder);
    Tool jpackage =
        Tool.ofJdk("jpackage").with("@installer/common.args", "@installer/" + argumentFile());
    for (String option : ListFile.lines(OPTIONS)) {
      jpackage.with("--java-options", option);
    }
    jpackage
        .with("--java-options", "-XX:AOTCache=$APPDIR/" + CACHE)
        .with("--app-version", Host.packageVersion(version))
        .with("--input", parts.application().toString())
        .with("--runtime-image", runtime.toString())
        .with("--dest", folder.toString())
        .run();
    try (var made = Files.newDirectoryStream(folder)) {
      AppImage image = new AppImage(made.iterator().next());
      if (Host.system() == Host.WINDOWS) {
        image.launchInOneProcess();
      }
      image.setTimes();
      return image;
    }
  }

  /// A launcher for Windows starts itself once more, unless it is told not to, and Ctrl+C ends that second process before
  /// it could finish what it has begun.
  private void launchInOneProcess() throws IOException {
    try (var configurations = Files.newDirectoryStream(application(), "*.cfg")) {
      for (Path configuration : configurations) {
        String told = Files.readString(configuration);
        Files.writeString(configuration, told.replace("[Application]", "[Application]\nwin.norestart=true"));
      }
    }
  }

  private static String argumentFile() {
    return switch (Host.system()) {
      case LINUX -> "linux.args";
      case WINDOWS -> "windows.args";
      case MACOS -> "macos.args";
    };
  }

  /// Where the jars are.
  Path application() {
    return switch (Host.system()) {
      case LINUX -> root.resolve("lib/app");
      case WINDOWS -> root.resolve("app");
      case MACOS -> root.resolve("Contents/app");
    };
  }

  Path runtime() {
    return switch (Host.system()) {
      case LINUX -> root.resolve("lib/runtime");
      case WINDOWS -> root.resolve("runtime");
      case MACOS -> root.resolve("Contents/runtime/Contents/Home");
    };
  }

  Path java() {
    return runtime().resolve("bin").resolve(Host.system() == Host.WINDOWS ? "java.exe" : "java");
  }

  Path cache() {
    return application().resolve(CACHE);
  }

  /// The jars in the order of the launcher: the cache fits no other.
  List<String> classPath() throws IOException {
    String prefix = "app.classpath=";
    try (var configurations = Files.newDirectoryStream(application(), "[fF]ragments.cfg")) {
      return Files.readAllLines(configurations.iterator().next()).stream()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()).replace("$APPDIR", application().toString()))
          .toList();
    }
  }

  /// The launcher's options, but for the cache.
  List<String> javaOptions() throws IOException {
    return ListFile.lines(OPTIONS).stream()
        .map(option -> option.replace("$APPDIR", application().toString()))
        .toList();
  }

  /// Takes out what only the build needed. What it asks of this record comes before.
  void finish() throws IOException {
    if (Host.system() == Host.LINUX) {
      new LinuxLauncher(root).replace();
    }
    try (var programs = Files.newDirectoryStream(runtime().resolve("bin"))) {
      for (Path program : programs) {
        String name = program.getFileName().toString();
        boolean launches = Host.system() == Host.LINUX && name.equals("fragments");
        if (!launches && (Host.system() != Host.WINDOWS || name.endsWith(".exe"))) {
          Files.delete(program);
        }
      }
    }
    setTimes();
  }

  private void setTimes() throws IOException {
    try (var files = Files.newDirectoryStream(application())) {
      for (Path file : files) {
        Files.setLastModifiedTime(file, Parts.TIME);
      }
    }
    Files.setLastModifiedTime(runtime().resolve("lib/modules"), Parts.TIME);
  }
}
