import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A program that the build runs, with its arguments.
class Tool {
  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Path log;

  Tool(String program) {
    command.add(program);
  }

  /// A tool of the JDK that runs the build.
  static Tool ofJdk(String name) {
    return new Tool(Path.of(System.getProperty("java.home"), "bin", name).toString());
  }

  Tool with(String... arguments) {
    command.addAll(List.of(arguments));
    return this;
  }

  Tool in(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// Redirects the output to a file.
  Tool writing(Path file) {
    log = file;
    return this;
  }

  /// Runs the program; the build ends if it fails.
  void run() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    if (log != null) {
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
    }
    builder.environment().putAll(environment);
    try {
      int exitCode = builder.start().waitFor();
      if (exitCode != 0) {
        throw new IOException(
            command.getFirst()
                + " ended with "
                + exitCode
                + (log == null ? ": " + command : ", see " + log));
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /// Whether a program of that name is on the PATH.
  static boolean isThere(String program) {
    return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
        .anyMatch(folder -> Path.of(folder, program).toFile().canExecute());
  }
}
