import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A runtime of just the modules in `installer/modules.list`, JavaFX's among them, its libraries
/// unpacked.
class RuntimeImage {
  /// WebKit needs the player's module, but a journal plays nothing: the player's codecs are left
  /// out.
  private static final String UNUSED =
      "glob:**libavplugin-*,glob:**/libgstreamer-lite.so,glob:**/libfxplugins.so";

  private final Parts parts;

  RuntimeImage(Parts parts) {
    this.parts = parts;
  }

  /// Makes it anew.
  Path link(Path folder) throws IOException {
    Folders.delete(folder);
    Path modules = Folders.fresh(folder.resolveSibling("jmods"));
    try (var javafx = Files.newDirectoryStream(parts.modules())) {
      for (Path module : javafx) {
        pack(module, modules.resolve(module.getFileName() + ".jmod"));
      }
    }
    Tool.ofJdk("jlink")
        .with("--module-path", modules.toString())
        .with("--add-modules", String.join(",", ListFile.lines(Path.of("installer/modules.list"))))
        .with("--strip-debug", "--no-header-files", "--no-man-pages")
        // the packages around it compress better than jlink, and nothing is unpacked at each start
        .with("--compress=zip-0")
        .with("--exclude-files=" + UNUSED)
        .with("--output", folder.toString())
        .run();
    return folder;
  }

  private static void pack(Path module, Path jmod) throws IOException {
    Tool tool =
        Tool.ofJdk("jmod").with("create", "--class-path", module.resolve("classes").toString());
    Path libraries = module.resolve("libraries");
    if (Files.isDirectory(libraries)) {
      tool.with("--libs", libraries.toString());
    }
    tool.with(jmod.toString()).run();
  }
}
