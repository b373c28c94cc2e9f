package app.fragments.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process with a window of the packaged program, or a bare window.
final class RunningProgram implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final double MILLIS = 1e6;
  private static final double KIB_A_MB = 1e6 / 1024;

  private final Process process;
  private final Path home;
  private final long started;

  private RunningProgram(Process process, Path home, long started) {
    this.process = process;
    this.home = home;
    this.started = started;
  }

  /// @param home the data folder
  static RunningProgram start(PackagedImage image, Path home, String display) throws IOException {
    clearLogs(home);
    return start(List.of(image.launcher().toString()), home, display);
  }

  static RunningProgram start(List<String> command, Path home, String display) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DISPLAY", display);
    builder.environment().put("FRAGMENTS_HOME", home.toString());
    builder.environment().put("FRAGMENTS_GENERATOR", "digest");
    long now = System.nanoTime();
    return new RunningProgram(builder.start(), home, now);
  }

  private static void clearLogs(Path home) throws IOException {
    if (Files.isDirectory(home.resolve("logs"))) {
      try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
        for (Path log : logs.toList()) {
          Files.delete(log);
        }
      }
    }
  }

  /// Milliseconds from process start until the log says that the list is usable.
  double untilList() throws Exception {
    await("The list can be used", 1);
    return (System.nanoTime() - started) / MILLIS;
  }

  /// Milliseconds from process start until the process prints a line.
  double untilItSpeaks() throws IOException {
    try (BufferedReader output = process.inputReader()) {
      if (!BareWindow.READY.equals(output.readLine())) {
        throw new IOException("The window did not open");
      }
      return (System.nanoTime() - started) / MILLIS;
    }
  }

  /// Waits until the log has this many lines with this text. Sleeps until the log is written to,
  /// because polling would use processor time.
  void await(String words, int times) throws Exception {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    Path folder = Files.createDirectories(home.resolve("logs"));
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      while (count(words) < times) {
        if (System.nanoTime() - end > 0 || !process.isAlive()) {
          throw new IOException("The log in " + home + " does not say: " + words);
        }
        WatchKey key = watch.poll(1, TimeUnit.SECONDS);
        if (key != null) {
          key.pollEvents();
          key.reset();
        }
      }
    }
  }

  private long count(String words) throws IOException {
    long count = 0;
    try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
        count += Files.readString(log).lines().filter(line -> line.contains(words)).count();
      }
    }
    return count;
  }

  /// Resident memory in MB, as the kernel reports it.
  double resident() throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_A_MB)
        .sum();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
