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
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void on_a_terminal_one_line_changes() {
    assertThat(shown(true)).isEqualTo("\r1 of 3\r2 of 3\r3 of 3");
  }

  @Test
  void a_log_is_not_filled_with_progress() {
    assertThat(shown(false)).isEqualTo("1 of 3\n");
  }
}
