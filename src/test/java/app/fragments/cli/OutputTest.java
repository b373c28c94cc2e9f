package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Outputs that take no more.
class OutputTest extends CommandTest {
  @BeforeEach
  void entries() {
    write("2026-02-06", "09:00", "Stand-up", "Blocked.");
  }

  private int run(String failure, String line) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    Terminal terminal = terminal(new ByteArrayInputStream(new byte[0]), new PipeOutput(out), false);
    return new Commands(services, terminal).run(line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --json", "add x", "--help"})
  void a_result_that_could_not_be_written_is_a_failure(String line) {
    assertThat(run("No space left on device", line)).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualTo("Not all of the output could be written\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --json", "--help"})
  void a_reader_that_has_enough_is_none(String line) {
    assertThat(run("Broken pipe", line)).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
