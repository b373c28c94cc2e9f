package app.fragments.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the programs in `installer/build` that generate files, as the build does.
class InstallerProgramsTest {
  @TempDir Path folder;

  /// JVM arguments for the program.
  private List<String> jvm = List.of();

  @Test
  void the_man_page_and_the_completions_have_all_commands_and_options() throws Exception {
    Run run = run("CommandFiles", folder.toString());

    assertThat(run.output()).isEmpty();
    assertThat(folder.resolve("fragments.1"))
        .content()
        .contains(".SS weave\n", "\\fB\\-\\-last\\-week\\fR\n", "\\fB\\-\\-out\\fR=\\fIFILE\\fR\n")
        .doesNotContainPattern("@[A-Z]+@");
    assertThat(folder.resolve("fragments.bash"))
        .content()
        .contains("--last-week", "complete -F _complete_fragments");
    assertThat(folder.resolve("_fragments")).content().startsWith("#compdef fragments");
  }

  @Test
  void release_notes_are_the_changelog_section_of_the_version() throws Exception {
    Run run = run("ReleaseNotes", "1.2.0", changeLog().toString());

    assertThat(run.output().lines()).containsExactly("### Fixed", "", "- A fault.");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void there_are_no_release_notes_of_a_version_that_the_change_log_does_not_know()
      throws Exception {
    Run run = run("ReleaseNotes", "1.2", changeLog().toString());

    assertThat(run.output()).contains("has no section for version 1.2");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void the_merged_jar_contains_all_jars() throws Exception {
    Path target = Files.createDirectories(folder.resolve("target"));
    jar(
        target.resolve("fragments.jar"),
        Map.of(
            JarFile.MANIFEST_NAME,
            """
            Manifest-Version: 1.0
            Class-Path: lib/b.jar
            Implementation-Version: 1.2.0
            """,
            "app/Main.class",
            "ours",
            "META-INF/LICENSE",
            "ours"));
    jar(
        target.resolve("lib/b.jar"),
        Map.of("META-INF/services/org.Spi", "b.Provider", "META-INF/LICENSE", "of b", "b/x", "b"));
    jar(
        target.resolve("lib/a.jar"),
        Map.of("META-INF/services/org.Spi", "a.Provider", "META-INF/A.SF", "signed", "b/x", "b"));

    Run run = parts(target);

    assertThat(run.output()).isEmpty();
    try (JarFile jar = new JarFile(folder.resolve("parts/application/fragments.jar").toFile())) {
      assertThat(jar.getManifest().getMainAttributes())
          .containsEntry(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.0")
          .containsEntry(Attributes.Name.MULTI_RELEASE, "true")
          .doesNotContainKey(Attributes.Name.CLASS_PATH);
      assertThat(jar.stream().map(JarEntry::getName))
          .contains("app/Main.class", "b/x", "META-INF/licenses/b.jar/LICENSE")
          .doesNotContain("META-INF/A.SF")
          .doesNotHaveDuplicates();
      assertThat(jar.getInputStream(jar.getEntry("META-INF/services/org.Spi")))
          .hasContent("a.Provider\nb.Provider");
    }
  }

  /// Otherwise the JVM reads these classes from the jar at each launch, before the program starts.
  @Test
  void library_classes_are_rewritten_so_that_the_cache_can_store_them() throws Exception {
    Path target = Files.createDirectories(folder.resolve("target/lib")).getParent();
    jar(target.resolve("fragments.jar"), Map.of("app/Main.class", "ours"));
    Path commands = jarOf(picocli.CommandLine.class);
    Path driver = jarOf(com.mongodb.internal.connection.Cluster.class);
    for (Path jar : List.of(commands, driver, jarOf(org.bson.Document.class))) {
      Files.copy(jar, target.resolve("lib").resolve(jar.getFileName()));
    }

    assertThat(parts(target).output()).isEmpty();

    Path joined = folder.resolve("parts/application/fragments.jar");
    try (JarFile jar = new JarFile(joined.toFile());
        URLClassLoader loader =
            new URLClassLoader(
                new URL[] {joined.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      List<String> old = new ArrayList<>();
      for (JarEntry entry : jar.stream().filter(e -> e.getName().startsWith("picocli/")).toList()) {
        String name = entry.getName();
        if (name.endsWith(".class")) {
          old.add(name);
          assertThat(jar.getInputStream(entry).readNBytes(8)[7]).as(name).isGreaterThan((byte) 50);
          // loading verifies the class
          Class.forName(name.replace('/', '.').replace(".class", ""), true, loader);
        }
      }
      assertThat(old).contains("picocli/CommandLine.class");
      assertThat(jar.getInputStream(jar.getEntry("META-INF/CHANGES")))
          .asString(StandardCharsets.UTF_8)
          .contains("picocli/CommandLine.class")
          .doesNotContain("com/mongodb/client/");

      for (String compressor : List.of("Snappy", "Zstd")) {
        Class<?> type =
            Class.forName(
                "com.mongodb.internal.connection." + compressor + "Compressor", true, loader);
        Constructor<?> maker = type.getDeclaredConstructor();
        maker.setAccessible(true);
        Method compress = method(type, "compress");
        Object made = maker.newInstance();
        assertThatThrownBy(() -> compress.invoke(made, List.of(), null))
            .hasCauseInstanceOf(NoClassDefFoundError.class);
      }
    }
  }

  private static Method method(Class<?> type, String name) {
    Method method =
        Stream.of(type.getDeclaredMethods())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    return method;
  }

  private static Path jarOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void jars_with_different_versions_of_a_class_are_not_merged() throws Exception {
    Path target = Files.createDirectories(folder.resolve("target"));
    jar(target.resolve("fragments.jar"), Map.of("app/Main.class", "ours"));
    jar(target.resolve("lib/a.jar"), Map.of("app/Main.class", "theirs"));

    Run run = parts(target);

    assertThat(run.output()).contains("a.jar has a different app/Main.class");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  /// `jlink` rejects a library that two modules contain.
  @Test
  void modules_do_not_include_libraries_that_the_jdk_has() throws Exception {
    Path target = Files.createDirectories(folder.resolve("target"));
    jar(target.resolve("fragments.jar"), Map.of("app/Main.class", "ours"));
    for (String system : List.of("linux", "linux-aarch64", "win", "mac", "mac-aarch64")) {
      jar(
          target.resolve("lib/javafx-graphics-26-" + system + ".jar"),
          Map.of("msvcp140.dll", "the JDK's", "msvcp140_2.dll", "ours", "glass.dll", "ours"));
    }
    Files.createDirectories(folder.resolve("jdk/bin"));
    Files.createFile(folder.resolve("jdk/bin/msvcp140.dll"));

    assertThat(parts(target).output()).isEmpty();

    assertThat(folder.resolve("parts/modules/javafx-graphics/libraries"))
        .isDirectoryNotContaining("glob:**msvcp140.dll")
        .isDirectoryContaining("glob:**msvcp140_2.dll")
        .isDirectoryContaining("glob:**glass.dll");
  }

  /// jpackage does not sign libraries with other names.
  @Test
  void jnas_library_for_macos_is_renamed_to_dylib() throws Exception {
    Path target = Files.createDirectories(folder.resolve("target"));
    jar(target.resolve("fragments.jar"), Map.of("app/Main.class", "ours"));
    jar(
        target.resolve("lib/jna-5.jar"),
        Map.of("com/sun/jna/darwin-x86-64/libjnidispatch.jnilib", "JNA's"));
    jvm = List.of("-Dos.name=Mac OS X", "-Dos.arch=x86_64");

    assertThat(parts(target).output()).isEmpty();

    assertThat(folder.resolve("parts/application/libjnidispatch.dylib")).hasContent("JNA's");
  }

  private Run parts(Path target) throws Exception {
    return run(
        "Parts",
        target.toString(),
        folder.resolve("parts").toString(),
        folder.resolve("jdk").toString());
  }

  private static void jar(Path file, Map<String, String> entries) throws IOException {
    Files.createDirectories(file.getParent());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private Path changeLog() throws IOException {
    return Files.writeString(
        folder.resolve("CHANGELOG.md"),
        """
        # Changelog

        ## [Unreleased]

        ## [1.2.0] - 2026-02-01

        ### Fixed

        - A fault.

        ## [1.1.0] - 2026-01-01

        - A thing.
        """);
  }

  private record Run(String output, int exitCode) {}

  private Run run(String program, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(jvm);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Path.of("installer/build", program + ".java").toString()));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return new Run(Files.readString(output), process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }
}
