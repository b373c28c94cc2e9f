import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Gives the window's style sheets a second form that JavaFX reads without parsing: beside each
/// `.css` in the program's jar a `.bss`, which `Theming` takes where there is one.
class StyleSheets {
  private static final String COMPILER = "javafx.graphics/com.sun.javafx.css.parser.Css2Bin";

  private final Path java;

  /// @param runtime with JavaFX, whose compiler fits its reader
  StyleSheets(Path runtime) {
    java = runtime.resolve("bin").resolve(Host.system() == Host.WINDOWS ? "java.exe" : "java");
  }

  /// @param jar the program's, whose entries stay uncompressed
  /// @param work for the sheets while they are compiled
  void compile(Path jar, Path work) throws IOException {
    Folders.fresh(work);
    try (FileSystem program = FileSystems.newFileSystem(jar, Map.of("compressionMethod", "STORED"))) {
      for (Path sheet : sheets(program.getPath("app/fragments/fxml"))) {
        Path source = work.resolve(sheet.getFileName().toString());
        String name = source.getFileName().toString().replace(".css", ".bss");
        Path compiled = source.resolveSibling(name);
        Files.copy(sheet, source);
        new Tool(java.toString())
            .with("-m", COMPILER, source.toString(), compiled.toString())
            .run();
        Files.setLastModifiedTime(compiled, Parts.TIME);
        Files.copy(
            compiled,
            sheet.resolveSibling(name),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static List<Path> sheets(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".css")).toList();
    }
  }
}
