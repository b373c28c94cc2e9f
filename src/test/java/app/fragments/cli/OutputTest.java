package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands whose output cannot be written.
class OutputTest extends CommandTest {
  @BeforeEach
  void an_entry() {
    write("2026-02-06", "09:00", "Stand-up", "Blocked.");
  }

  private int run(String failure, boolean isPipe, String line) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    Terminal terminal =
        terminal(new ByteArrayInputStream(new byte[0]), new PipeOutput(out, () -> isPipe), false);
    return new Commands(services, terminal).run(line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --json", "add x", "--help"})
  void a_full_disk_is_a_failure(String line) {
    assertThat(run("No space left on device", false, line)).isEqualTo(1);
    assertThat(stderr.toString(StandardCharsets.UTF_8))
        .isEqualTo("Could not write all of the output\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --json", "--help"})
  void a_reader_that_stops_early_is_not_a_failure(String line) {
    assertThat(run("Broken pipe", true, line)).isZero();
    assertThat(stderr.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Datenübergabe unterbrochen", "Tubería rota", "パイプが切断されました"})
  void a_closed_pipe_is_recognized_in_every_language(String message) {
    assertThat(run(message, true, "list")).isZero();
  }

  @Test
  void a_full_disk_is_a_failure_even_if_the_message_names_a_pipe() {
    assertThat(run("/home/pipe: kein Speicherplatz", false, "list")).isEqualTo(1);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no mkfifo")
  void a_named_pipe_is_a_pipe_and_a_file_is_not() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThat(PipeOutput.isPipe(pipe)).isTrue();
    assertThat(PipeOutput.isPipe(file)).isFalse();
    assertThat(PipeOutput.isPipe(Path.of("/dev/null"))).isFalse();
  }
}
