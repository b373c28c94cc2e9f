import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Builds this system's installers from Maven's output, `target/fragments.jar` and `target/lib`.
/// Run in the project's folder:
///
/// java installer/build/Build.java VERSION [ARGUMENT-FILE]
///
/// VERSION is the package's version. ARGUMENT-FILE has additional jpackage options for signing on
/// macOS.
class Build {
  static final Path TARGET = Path.of("target/installer");

  public static void main(String[] arguments) throws IOException {
    String version = arguments[0];
    Path work = Files.createDirectories(TARGET.resolve("work").toAbsolutePath());
    Path jdk = Path.of(System.getProperty("java.home"));
    Parts parts = new Parts(Path.of("target"), work.resolve("parts"), jdk);

    Say.step("Merging the jars");
    parts.sort();
    Say.step("Linking the runtime");
    Path runtime = new RuntimeImage(parts).link(work.resolve("runtime"));
    Say.step("Compiling the style sheets");
    StyleSheets sheets = new StyleSheets(runtime, work.resolve("sheets"));
    sheets.compile(parts.program(), "app/fragments/fxml");
    sheets.compile(parts.program(), "atlantafx/base/theme");
    Say.step("Creating the program's folder");
    AppImage image = AppImage.make(parts, runtime, version, work.resolve("image"));
    Say.step("Training the AOT cache");
    new Training(image).run(work.resolve("home"));
    image.finish();

    switch (Host.system()) {
      case LINUX -> new LinuxPackages(image, version, work).make(TARGET);
      case WINDOWS -> pack("windows/msi.args", "msi", image, version);
      case MACOS -> {
        if (arguments.length > 1 && !arguments[1].isBlank()) {
          sign(image, arguments[1]);
        }
        pack("macos/dmg.args", "dmg", image, version);
      }
    }
    Say.step("Done");
    Say.sizes(TARGET);
  }

  private static void sign(AppImage image, String argumentFile) throws IOException {
    Say.step("Signing");
    Tool.ofJdk("jpackage")
        .with("@installer/macos/sign.args", "@" + argumentFile)
        .with("--app-image", image.root().toString())
        .run();
  }

  private static void pack(String argumentFile, String type, AppImage image, String version)
      throws IOException {
    Say.step("Packing");
    Path packed = Files.createDirectories(TARGET.resolve("work/packed"));
    Tool.ofJdk("jpackage")
        .with("@installer/" + argumentFile)
        .with("--app-image", image.root().toString())
        .with("--app-version", Host.packageVersion(version))
        .with("--dest", packed.toString())
        .run();
    try (var made = Files.newDirectoryStream(packed, "*." + type)) {
      for (Path file : made) {
        Path named =
            TARGET.resolve("Fragments-" + version + "-" + Host.architecture() + "." + type);
        Files.move(file, named, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
