package app.fragments.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// The output of `./mvnw -B -Pinstaller verify`: the program's folder with its runtime.
///
/// @param root the folder with `bin/fragments`
record PackagedImage(Path root) {
  private static final Path INSTALLER = Path.of("target", "installer");
  private static final Path BUILT = INSTALLER.resolve("work/image/fragments").toAbsolutePath();
  private static final Path JAVA = INSTALLER.resolve("work/runtime/bin/java").toAbsolutePath();

  /// The same as in `installer/build/Training.java`.
  private static final List<String> TRAINING = List.of("-XX:-AOTRecordTraining");

  static PackagedImage built() {
    return new PackagedImage(BUILT);
  }

  static boolean isThere() {
    return Files.isExecutable(built().launcher()) && Files.isExecutable(JAVA);
  }

  Path launcher() {
    return root.resolve("bin/fragments");
  }

  /// A hard-linked copy that starts without the AOT cache.
  PackagedImage withoutCache(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(root.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (!file.equals(launcher()) && !file.endsWith("fragments.aot")) {
          Files.createLink(copy, file);
        }
      }
    }
    PackagedImage plain = new PackagedImage(folder);
    Files.copy(launcher(), plain.launcher(), StandardCopyOption.COPY_ATTRIBUTES);
    String script = Files.readString(launcher());
    Files.writeString(plain.launcher(), script.replaceFirst(" \"-XX:AOTCache=[^\"]*\"", ""));
    return plain;
  }

  /// The command that opens [BareWindow], packaged the same way: in a jar, with the same runtime
  /// and options, and with its own AOT cache.
  static List<String> bareWindow(Path folder, String display) throws Exception {
    String name = BareWindow.class.getName().replace('.', '/') + ".class";
    Path jar = folder.resolve("bare.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        var content = BareWindow.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      content.transferTo(out);
    }
    List<String> options =
        Files.readAllLines(Path.of("installer", "java.options")).stream()
            .filter(line -> line.startsWith("-X") || line.startsWith("--"))
            .toList();
    Path cache = folder.resolve("bare.aot");
    List<String> train =
        command(
            Stream.concat(options.stream(), TRAINING.stream()).toList(),
            "-XX:AOTCacheOutput=" + cache,
            jar);
    Path log = folder.resolve("bare.log");
    ProcessBuilder training =
        new ProcessBuilder(Stream.concat(train.stream(), Stream.of("once")).toList())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    training.environment().put("DISPLAY", display);
    if (training.start().waitFor() != 0 || !Files.exists(cache)) {
      throw new IOException("The bare window could not be trained: " + Files.readString(log));
    }
    return command(options, "-XX:AOTCache=" + cache, jar);
  }

  private static List<String> command(List<String> options, String cache, Path jar) {
    return Stream.of(
            Stream.of(JAVA.toString()),
            options.stream(),
            Stream.of(cache, "-cp", jar.toString(), BareWindow.class.getName()))
        .flatMap(part -> part)
        .toList();
  }

  /// The size of all files, in bytes.
  long size() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    }
  }

  /// The packages, such as the `.deb`.
  static List<Path> packages() throws IOException {
    try (Stream<Path> files = Files.list(INSTALLER)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(deb|rpm|tar\\.gz)"))
          .sorted()
          .toList();
    }
  }
}
