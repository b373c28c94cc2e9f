package app.fragments.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A child JVM that runs a benchmark class and stops when this is closed.
final class ChildJvm implements AutoCloseable {
  private static final int END_SECONDS = 20;

  private final Process process;
  private final BufferedReader output;
  private final PrintWriter input;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
    this.input = new PrintWriter(process.outputWriter(), true);
  }

  /// @param options JVM options, such as `-Xmx64m`
  static ChildJvm start(List<String> options, Class<?> main, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(1, options);
    command.addAll(List.of(args));
    return new ChildJvm(new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
  }

  void send(Object line) {
    input.println(line);
  }

  /// The next line it prints.
  String receive() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("The process has exited");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    input.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
