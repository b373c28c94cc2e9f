import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compiles each `.css` in a jar to a `.bss` next to it, which JavaFX reads without parsing, and
/// drops the rules for controls that the window doesn't have (`installer/unused-controls.list`).
/// `Theming` prefers the `.bss`.
class StyleSheets {
  private static final String COMPILER = "javafx.graphics/com.sun.javafx.css.parser.Css2Bin";
  private static final Path UNUSED = Path.of("installer/unused-controls.list");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]+)(\\{[^}]*})");
  private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");

  private final Path java;
  private final Path work;
  private final Set<String> unused;

  /// @param runtime whose JavaFX compiles the style sheets, so that writer and reader match
  /// @param work a folder for temporary files
  StyleSheets(Path runtime, Path work) throws IOException {
    this.java = runtime.resolve("bin").resolve(Host.system() == Host.WINDOWS ? "java.exe" : "java");
    this.work = Folders.fresh(work);
    this.unused = new HashSet<>(ListFile.lines(UNUSED));
  }

  /// @param jar whose entries are and stay uncompressed
  /// @param folder in the jar
  void compile(Path jar, String folder) throws IOException {
    try (FileSystem entries =
        FileSystems.newFileSystem(jar, Map.of("compressionMethod", "STORED"))) {
      for (Path sheet : sheets(entries.getPath(folder))) {
        String name = sheet.getFileName().toString();
        Path source = work.resolve(name);
        Path compiled = work.resolve(name.replace(".css", ".bss"));
        Files.writeString(source, used(Files.readString(sheet)));
        new Tool(java.toString())
            .with("-m", COMPILER, source.toString(), compiled.toString())
            .run();
        Files.setLastModifiedTime(compiled, Parts.TIME);
        Files.copy(
            compiled,
            sheet.resolveSibling(compiled.getFileName().toString()),
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

  private String used(String sheet) {
    return RULE.matcher(COMMENT.matcher(sheet).replaceAll(""))
        .results()
        .map(this::used)
        .collect(Collectors.joining());
  }

  /// The rule with its used selectors only; empty if none is used.
  private String used(MatchResult rule) {
    List<String> selectors = Stream.of(rule.group(1).split(",")).filter(this::isUsed).toList();
    return selectors.isEmpty() ? "" : String.join(",", selectors) + rule.group(2);
  }

  private boolean isUsed(String selector) {
    return STYLE_CLASS
        .matcher(selector)
        .results()
        .map(named -> named.group(1))
        .noneMatch(unused::contains);
  }
}
