import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Links a runtime from the modules in `installer/modules.list`, including JavaFX's, with their
/// libraries unpacked.
class RuntimeImage {
  /// WebKit requires the media module, but Fragments plays no media, so the codecs are left out.
  private static final String UNUSED =
      "glob:**libavplugin-*,glob:**/libgstreamer-lite.so,glob:**/libfxplugins.so";

  private final Parts parts;

  RuntimeImage(Parts parts) {
    this.parts = parts;
  }

  /// Links the runtime, replacing an old one.
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
