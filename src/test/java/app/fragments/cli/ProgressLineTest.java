package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest extends CommandTest {
  private String shown(boolean interactive) {
    ProgressLine line =
        new ProgressLine(
            terminal(InputStream.nullInputStream(), new ByteArrayOutputStream(), interactive));
    for (int i = 1; i <= 3; i++) {
      line.show(i + " of 3");
    }
    return stderr.toString(StandardCharsets.UTF_8);
  }

  @Test
  void on_a_terminal_progress_stays_on_one_line() {
    assertThat(shown(true)).isEqualTo("\r1 of 3\r2 of 3\r3 of 3");
  }

  @Test
  void progress_does_not_flood_a_log() {
    assertThat(shown(false)).isEqualTo("1 of 3\n");
  }
}
