import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program's folder: launcher, jars and runtime, in jpackage's layout.
///
/// @param root the folder that is packed: `fragments`, `Fragments` or `Fragments.app`
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

  /// By default the Windows launcher restarts itself, and Ctrl+C kills the second process before it
  /// can finish its work.
  private void launchInOneProcess() throws IOException {
    try (var configurations = Files.newDirectoryStream(application(), "*.cfg")) {
      for (Path configuration : configurations) {
        String told = Files.readString(configuration);
        Files.writeString(
            configuration, told.replace("[Application]", "[Application]\nwin.norestart=true"));
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

  /// The folder with the jars.
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

  /// The jars in the launcher's order, which the cache requires.
  List<String> classPath() throws IOException {
    String prefix = "app.classpath=";
    try (var configurations = Files.newDirectoryStream(application(), "[fF]ragments.cfg")) {
      return Files.readAllLines(configurations.iterator().next()).stream()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()).replace("$APPDIR", application().toString()))
          .toList();
    }
  }

  /// The launcher's JVM options without the cache.
  List<String> javaOptions() throws IOException {
    return ListFile.lines(OPTIONS).stream()
        .map(option -> option.replace("$APPDIR", application().toString()))
        .toList();
  }

  /// Removes what only the build needs. Call this last.
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
