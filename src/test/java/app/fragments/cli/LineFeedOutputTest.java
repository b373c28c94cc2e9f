package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineFeedOutputTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = Terminal.stream(written, StandardCharsets.UTF_8);

  @Test
  void lines_end_with_a_line_feed_however_they_are_written() {
    out.print("first\r\n\r\nthird\r");
    out.flush();
    out.write('\n');
    out.print("é".repeat(10_000) + "\r\n");

    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo("first\n\nthird\n" + "é".repeat(10_000) + "\n");
  }

  @Test
  void a_progress_line_can_be_overwritten() {
    out.print("\r1 of 2");
    out.flush();
    out.print("\r2 of 2\r\r");
    out.print("done");

    assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("\r1 of 2\r2 of 2\r\rdone");
  }
}
