package app.fragments.torture;

import app.fragments.torture.ChildEvent.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The parent's side of a child process. Records the child's events in the [Ledger].
final class Child implements AutoCloseable {
  private static final List<String> JVM =
      List.of(
          "-Xmx128m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED");

  private final Process process;
  private final Ledger ledger;
  private final Thread reader;
  private volatile boolean ready;
  private volatile ChildEvent held;
  private volatile boolean gone;

  private Child(Process process, Ledger ledger) {
    this.process = process;
    this.ledger = ledger;
    this.reader = Thread.ofPlatform().daemon().name("child-" + process.pid()).start(this::read);
  }

  /// @param log receives its standard error
  static Child start(Class<?> main, ChildOptions options, Ledger ledger, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    String logging = System.getProperty("java.util.logging.config.file");
    if (logging != null) {
      command.add("-Djava.util.logging.config.file=" + logging);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(options.arguments());
    try {
      return new Child(
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start(),
          ledger);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ChildEvent.parse(line).ifPresent(this::record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      gone = true;
      synchronized (ledger) {
        ledger.notifyAll();
      }
    }
  }

  private void record(ChildEvent event) {
    ready |= event.kind() == Kind.READY;
    if (event.kind() == Kind.HELD) {
      held = event;
    }
    ledger.record(this, event);
  }

  boolean isReady() {
    return ready;
  }

  /// Whether its standard output has ended.
  boolean isGone() {
    return gone;
  }

  /// The event saying that it is held, or null.
  ChildEvent held() {
    return held;
  }

  /// Kills it with `SIGKILL` and reads the rest of its output.
  void kill() throws InterruptedException {
    // Process.destroyForcibly closes the pipe; the handle's does not
    process.toHandle().destroyForcibly();
    process.waitFor();
    reader.join();
  }

  void stop() throws InterruptedException {
    signal("STOP");
  }

  void resume() throws InterruptedException {
    signal("CONT");
  }

  void terminate() throws InterruptedException {
    signal("TERM");
  }

  private void signal(String name) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Unblocks a held child.
  void go() {
    try {
      process.getOutputStream().write("go\n".getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return whether it exited in time
  boolean awaitExit(Duration timeout) throws InterruptedException {
    boolean exited = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (exited) {
      reader.join();
    }
    return exited;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  @Override
  public String toString() {
    return "child " + process.pid();
  }
}
