package app.fragments.cli;

import app.fragments.journal.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Runs commands against in-memory services.
abstract class CommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  FakeCliServices services;

  /// Presses Ctrl+C in the running command.
  final CompletableFuture<Runnable> ctrlC = new CompletableFuture<>();

  /// Presses Ctrl+C a second time.
  final CompletableFuture<Runnable> ctrlCAgain = new CompletableFuture<>();

  /// The exit code of a halted process.
  final CompletableFuture<Integer> halted = new CompletableFuture<>();

  /// Standard error of the running command.
  final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

  @BeforeEach
  void fresh() {
    services = new FakeCliServices(folder);
  }

  @AfterEach
  void closeSearch() {
    services.close();
  }

  record Outcome(int exitCode, String out, String err) {
    JsonNode json() {
      try {
        return JSON.readTree(out);
      } catch (IOException e) {
        throw new AssertionError("Not JSON: " + out, e);
      }
    }
  }

  final Outcome run(String... arguments) {
    return run(new byte[0], false, arguments);
  }

  final Outcome onScreen(String... arguments) {
    return run(new byte[0], true, arguments);
  }

  final Outcome feed(String input, String... arguments) {
    return run(input.getBytes(StandardCharsets.UTF_8), false, arguments);
  }

  final Outcome run(byte[] input, boolean interactive, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    stderr.reset();
    Terminal terminal = terminal(new ByteArrayInputStream(input), out, interactive);
    int exitCode = new Commands(services, terminal).run(arguments);
    return new Outcome(
        exitCode, out.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
  }

  final Terminal terminal(InputStream in, OutputStream out, boolean interactive) {
    return new Terminal(
        in,
        Terminal.stream(out, StandardCharsets.UTF_8),
        Terminal.stream(stderr, StandardCharsets.UTF_8),
        interactive,
        new PressedKeys());
  }

  private final class PressedKeys implements Signals {
    @Override
    public Registration onEnd(Runnable action) {
      ctrlC.complete(action);
      return () -> {};
    }

    @Override
    public Registration onEnd(Runnable first, Runnable again) {
      ctrlCAgain.complete(again);
      return onEnd(first);
    }

    @Override
    public void halt(int exitCode) {
      halted.complete(exitCode);
    }
  }

  final Entry write(String day, String time, String title, String text, String... tags) {
    LocalDate date = LocalDate.parse(day);
    return services.entries.save(
        Entry.write(
                FakeCliServices.USER,
                date,
                FakeCliServices.BERLIN,
                date.atTime(LocalTime.parse(time)).atZone(FakeCliServices.BERLIN).toInstant(),
                title,
                text)
            .withTags(List.of(tags)));
  }
}
