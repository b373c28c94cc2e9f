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

/// A child process, seen from its parent. Records what it reports in the [Ledger].
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
    command.addAll(options.words());
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
        ChildEvent.parse(line).ifPresent(this::told);
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

  private void told(ChildEvent notice) {
    ready |= notice.kind() == Kind.READY;
    if (notice.kind() == Kind.HELD) {
      held = notice;
    }
    ledger.told(this, notice);
  }

  boolean isReady() {
    return ready;
  }

  /// Whether its standard output has ended.
  boolean isGone() {
    return gone;
  }

  /// Its notice that it is held, or null.
  ChildEvent held() {
    return held;
  }

  /// Kills it (`SIGKILL`), and reads the rest of its output.
  void kill() throws InterruptedException {
    // through the handle, which leaves the pipe readable
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

  /// Ends the hold.
  void go() {
    try {
      process.getOutputStream().write("go\n".getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return whether it exited in time
  boolean awaitEnd(Duration atMost) throws InterruptedException {
    boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (ended) {
      reader.join();
    }
    return ended;
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
