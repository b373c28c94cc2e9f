package app.fragments.installer;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.app.WindowApp;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.lang.module.ModuleFinder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// Checks that the installers' files and settings match the program and each other.
class InstallerFilesTest {
  private static final Path INSTALLER = Path.of("installer");
  private static final Path METAINFO =
      INSTALLER.resolve("linux/app.fragments.Fragments.metainfo.xml");
  private static final Pattern OPTION = Pattern.compile("(--[a-z-]+)(?: (\"[^\"]+\"|[^\\s\"]+))?");

  @ParameterizedTest
  @ValueSource(
      strings = {"common", "linux", "windows", "windows/msi", "macos", "macos/sign", "macos/dmg"})
  void argument_files_have_one_option_per_line_and_name_existing_files(String name)
      throws IOException {
    List<String> values = new ArrayList<>();
    for (String line : Files.readAllLines(INSTALLER.resolve(name + ".args"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        assertThat(line).matches(OPTION);
        values.add(line.substring(line.indexOf('=') + 1).replaceFirst("^--[a-z-]+ ?", ""));
      }
    }
    assertThat(values).isNotEmpty();
    assertThat(values)
        .filteredOn(value -> value.startsWith("installer/") || value.equals("LICENSE"))
        .allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  /// With another code, Windows would keep the old version alongside the new one.
  @Test
  void the_windows_upgrade_code_never_changes() throws IOException {
    assertThat(INSTALLER.resolve("windows/msi.args"))
        .content()
        .contains("--win-upgrade-uuid 19cac1d5-796a-49f1-bdea-40640b05d179");
  }

  /// The JVM does not start with unknown options, and a missing module fails only at run time.
  @Test
  void this_jdk_knows_the_jvm_options_and_the_modules() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    lines("java.options").filter(option -> option.startsWith("-X")).forEach(command::add);
    command.add("-version");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(lines("modules.list").filter(module -> !module.startsWith("javafx.")))
        .isNotEmpty()
        .allSatisfy(module -> assertThat(ModuleFinder.ofSystem().find(module)).isPresent());
  }

  /// Standard output is for the command's output, which may be JSON.
  @Test
  void the_jvm_does_not_report_a_rejected_cache_on_standard_output(@TempDir Path folder)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    lines("java.options").filter(option -> option.startsWith("-X")).forEach(command::add);
    Path cache = Files.writeString(folder.resolve("fragments.aot"), "of another jar");
    command.addAll(List.of("-XX:AOTCache=" + cache, "-version"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(process.getInputStream()).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  /// jpackage does not copy file times, but the AOT cache requires the time of the jar.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_jar_in_the_disk_image_has_the_time_that_the_cache_requires(@TempDir Path folder)
      throws Exception {
    Path jar = folder.resolve("Fragments.app/Contents/app/fragments.jar");
    Files.createDirectories(jar.getParent());
    Files.createFile(jar);
    Path script = INSTALLER.resolve("macos/resources/Fragments-post-image.sh");
    ProcessBuilder builder = new ProcessBuilder("sh", script.toAbsolutePath().toString());
    builder.environment().putAll(Map.of("JpAppImageDir", folder.toString(), "TZ", "Asia/Tokyo"));

    assertThat(builder.inheritIO().start().waitFor()).isZero();

    String time = Files.getLastModifiedTime(jar).toString();
    assertThat(INSTALLER.resolve("build/Parts.java")).content().contains('"' + time + '"');
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_linux_launcher_finds_its_folder_and_passes_arguments_unchanged(@TempDir Path folder)
      throws Exception {
    Path root = Files.createDirectories(folder.resolve("moved here"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), launcher(root));

    List<String> output =
        launched(
            link,
            Map.of("JDK_JAVA_OPTIONS", "-Xmx99g", "LANG", "C.UTF-8"),
            "add",
            "two  words",
            "$HOME",
            "");

    String app = root.toRealPath().resolve("lib/app").toString();
    assertThat(output)
        .containsExactly(
            "-Dlib=" + app,
            "-Xmx1m",
            "-cp",
            app + "/a.jar:" + app + "/b.jar",
            "some.Main",
            "add",
            "two  words",
            "$HOME",
            "",
            "JDK_JAVA_OPTIONS=",
            " ",
            "LC_ALL=");
  }

  /// Otherwise JavaFX would set them while other threads read the environment.
  @Test
  @EnabledOnOs(OS.LINUX)
  void the_linux_launcher_sets_the_variables_that_javafx_would_set(@TempDir Path root)
      throws Exception {
    assertThat(launched(launcher(root), Map.of("LANG", "C.UTF-8"))).contains("x11 1");
  }

  /// Java takes the encoding from the whole locale, and falls back to ASCII if one of its parts is
  /// not installed.
  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource({
    "LANG=, C.UTF-8",
    "LANG=C, C.UTF-8",
    "LC_ALL=POSIX, C.UTF-8",
    "LANG=xx_XX.UTF-8, C.UTF-8",
    "LANG=C.UTF-8 LC_TIME=xx_XX.UTF-8, C.UTF-8",
    "LANG=C.UTF-8,",
    "LC_CTYPE=C.UTF-8,",
    "LC_ALL=C.UTF-8, C.UTF-8"
  })
  void the_linux_launcher_replaces_any_locale_that_is_not_utf_8(
      String variables, @Nullable String all, @TempDir Path root) throws Exception {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ")) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }

    List<String> output = launched(launcher(root), environment);

    assertThat(output).last().isEqualTo("LC_ALL=" + Objects.requireNonNullElse(all, ""));
  }

  @Test
  void the_source_launcher_treats_the_environment_alike() throws IOException {
    String[] guards =
        lines("linux/launcher.sh").filter(line -> line.contains("export")).toArray(String[]::new);
    assertThat(guards).hasSize(2);
    assertThat(Files.readAllLines(Path.of("fragments"))).containsOnlyOnce(guards);
  }

  /// The installed launcher, with a fake runtime that prints its arguments.
  private static Path launcher(Path root) throws IOException {
    script(
        Files.createDirectories(root.resolve("lib/runtime/bin")).resolve("fragments"),
        "#!/bin/sh\nprintf '%s\\n' \"$@\" \"JDK_JAVA_OPTIONS=$JDK_JAVA_OPTIONS\" "
            + "\"$GDK_BACKEND $IBUS_ENABLE_SYNC_MODE\" \"LC_ALL=$LC_ALL\"\n");
    Path launcher = Files.createDirectories(root.resolve("bin")).resolve("fragments");
    script(
        launcher,
        Files.readString(INSTALLER.resolve("linux/launcher.sh"))
            .replace("@OPTIONS@", "\"-Dlib=$APPDIR\" \"-Xmx1m\"")
            .replace("@CLASSPATH@", "$APPDIR/a.jar:$APPDIR/b.jar")
            .replace("@MAIN@", "some.Main"));
    return launcher;
  }

  private static List<String> launched(
      Path launcher, Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.environment().keySet().retainAll(Set.of("PATH"));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  private static void script(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// A listed control would be unstyled, but only in the installed program.
  @Test
  void the_window_uses_none_of_the_controls_listed_as_unused() throws IOException {
    String sheets = content(Path.of("fxml"), ".css");
    String screens = content(Path.of("fxml"), ".fxml");
    String program = content(Path.of("src/main/java/app/fragments/ui"), ".java");
    assertThat(lines("unused-controls.list"))
        .isNotEmpty()
        .allSatisfy(
            name -> {
              String control =
                  Pattern.compile("(?:^|-)([a-z])")
                      .matcher(name)
                      .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
              assertThat(sheets).doesNotContainPattern("\\." + name + "(?![\\w-])");
              assertThat(screens)
                  .doesNotContainPattern("<" + control + "\\b")
                  .doesNotContainPattern("styleClass=\"([^\"]*[ ,])?" + name + "[ ,\"]");
              assertThat(program)
                  .doesNotContainPattern("\\bnew " + control + "\\b")
                  .doesNotContain('"' + name + '"');
            });
  }

  private static String content(Path folder, String ending) throws IOException {
    StringBuilder content = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(ending)).toList()) {
        content.append(Files.readString(file));
      }
    }
    return content.toString();
  }

  private static Stream<String> lines(String file) throws IOException {
    return Files.readAllLines(INSTALLER.resolve(file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
  void each_icon_has_the_size_in_its_file_name(int size) throws IOException {
    var picture = ImageIO.read(INSTALLER.resolve("icons/png/" + size + ".png").toFile());
    assertThat(List.of(picture.getWidth(), picture.getHeight())).containsOnly(size);
  }

  /// An .ico starts with a directory: six bytes, of which the last two are the count; then sixteen
  /// bytes per icon, of which the first is its width, 0 for 256.
  @Test
  void the_windows_icon_has_all_sizes_that_explorer_shows() throws IOException {
    ByteBuffer icon =
        ByteBuffer.wrap(Files.readAllBytes(INSTALLER.resolve("icons/fragments.ico")))
            .order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < icon.getShort(4); i++) {
      widths.add(Byte.toUnsignedInt(icon.get(6 + 16 * i)));
    }
    assertThat(widths).containsExactlyInAnyOrder(16, 24, 32, 48, 64, 0);
  }

  /// An .icns file is `icns` and its length, then elements: a four-letter type, a length that
  /// includes both, and the data.
  @Test
  void the_macos_icon_has_all_sizes_including_retina() throws IOException {
    ByteBuffer icon =
        ByteBuffer.wrap(Files.readAllBytes(INSTALLER.resolve("icons/fragments.icns")));
    assertThat(icon.getInt(4)).isEqualTo(icon.capacity());
    Set<String> types = new TreeSet<>();
    for (int at = 8; at < icon.capacity(); at += icon.getInt(at + 4)) {
      byte[] type = new byte[4];
      icon.get(at, type);
      types.add(new String(type, StandardCharsets.US_ASCII));
    }
    assertThat(types)
        .contains("is32", "s8mk", "il32", "l8mk", "ic07", "ic08", "ic09", "ic10")
        .contains("ic11", "ic12", "ic13", "ic14");
  }

  @Test
  void the_desktop_entry_matches_the_program_icon_and_window() throws IOException {
    Map<String, String> entry =
        Files.readAllLines(INSTALLER.resolve("linux/app.fragments.Fragments.desktop")).stream()
            .filter(line -> line.contains("="))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertThat(entry)
        .containsEntry("Exec", "fragments")
        .containsEntry("Icon", "app.fragments.Fragments")
        .containsEntry("StartupWMClass", WindowApp.class.getName());
  }

  @Test
  void the_newest_release_in_the_metadata_is_the_poms_version() throws Exception {
    Element newest = (Element) xml(METAINFO).getElementsByTagName("release").item(0);
    NodeList versions = xml(Path.of("pom.xml")).getDocumentElement().getChildNodes();
    assertThat(newest.getAttribute("version")).isEqualTo(text(versions, "version"));
  }

  @Test
  void the_metadata_belongs_to_the_desktop_entry() throws Exception {
    NodeList component = xml(METAINFO).getDocumentElement().getChildNodes();
    assertThat(text(component, "id")).isEqualTo("app.fragments.Fragments");
    assertThat(INSTALLER.resolve("linux").resolve(text(component, "launchable"))).exists();
  }

  @Test
  void the_entitlements_allow_compiling_and_loading_libraries_at_run_time() throws Exception {
    NodeList keys = xml(INSTALLER.resolve("macos/entitlements.plist")).getElementsByTagName("key");
    assertThat(elements(keys).map(Element::getTextContent))
        .contains(
            "com.apple.security.cs.allow-jit",
            "com.apple.security.cs.allow-unsigned-executable-memory",
            "com.apple.security.cs.disable-library-validation");
  }

  @Test
  void the_man_page_documents_every_variable_that_the_program_reads() throws IOException {
    Pattern variable = Pattern.compile("\"((?:FRAGMENTS|GEMINI|GOOGLE|MONGODB|XDG)_[A-Z_]+)\"");
    Set<String> read = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        variable
            .matcher(Files.readString(file))
            .results()
            .map(MatchResult::group)
            .forEach(read::add);
      }
    }
    assertThat(read).hasSizeGreaterThan(5);
    assertThat(Files.readString(INSTALLER.resolve("linux/fragments.1.in")))
        .contains(read.stream().map(quoted -> quoted.replace("\"", "")).toList());
  }

  private static Document xml(Path file) throws Exception {
    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    parser.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
    return parser.parse(file.toFile());
  }

  private static String text(NodeList nodes, String name) {
    return elements(nodes)
        .filter(element -> element.getTagName().equals(name))
        .map(Element::getTextContent)
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Element> elements(NodeList nodes) {
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
        .map(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }
}
