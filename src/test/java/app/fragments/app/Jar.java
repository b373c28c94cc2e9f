package app.fragments.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the packaged jar in its own processes, with its own data folder.
final class Jar {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> jvmOptions = new ArrayList<>();
  private int runs;

  Jar(Path home) {
    this.home = home;
    environment.put("FRAGMENTS_GENERATOR", "digest");
    environment.put("FRAGMENTS_USER", "tester");
  }

  Jar with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Jar jvm(String option) {
    jvmOptions.add(option);
    return this;
  }

  /// The output of a finished run.
  record Outcome(int exitCode, String out, String err) {
    JsonNode json() throws IOException {
      return JSON.readTree(out);
    }
  }

  /// Runs a command until it ends.
  Outcome run(String... arguments) throws IOException, InterruptedException {
    return feed("", arguments);
  }

  /// Runs a command with this standard input.
  Outcome feed(String input, String... arguments) throws IOException, InterruptedException {
    Running running = start(arguments);
    try (var in = running.process().getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return running.await();
  }

  /// A running process; its output goes to files.
  record Running(Process process, Path out, Path err) {
    Outcome await() throws IOException, InterruptedException {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The command did not exit: " + Files.readString(err));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  /// Starts a command without waiting for it.
  Running start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-jar");
    command.add(System.getProperty("fragments.jar", "target/fragments.jar"));
    command.addAll(List.of(arguments));
    Files.createDirectories(home);
    int run = ++runs;
    Path out = home.resolveSibling(home.getFileName() + "-" + run + ".out");
    Path err = home.resolveSibling(home.getFileName() + "-" + run + ".err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(Jar::isOurs);
    builder.environment().putAll(environment);
    builder.environment().put("FRAGMENTS_HOME", home.toString());
    return new Running(
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("FRAGMENTS_")
        || variable.startsWith("GEMINI_")
        || variable.startsWith("GOOGLE_")
        || variable.equals("MONGODB_URI");
  }
}
