package app.fragments.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogsTest {
  @TempDir Path folder;
  private final List<Handler> before = List.of(Logger.getLogger("").getHandlers());

  @AfterEach
  void restore_console_logging() {
    Logger root = Logger.getLogger("");
    List.of(root.getHandlers()).forEach(root::removeHandler);
    before.forEach(root::addHandler);
  }

  @Test
  void each_record_is_one_line_in_the_log_file_and_nowhere_else() throws IOException {
    DataFolder data = new DataFolder(folder);
    try (Logs logs = Logs.open(data)) {
      Logger.getLogger("app.fragments.x").info("first\nsecond");
      Logger.getLogger("app.fragments.x").fine("too fine");
      Logger.getLogger("io.netty.channel").info("chatter");
      assertThat(Logger.getLogger("").getHandlers()).hasSize(1);
      assertThat(logs.quiet())
          .isNotEmpty()
          .allMatch(logger -> logger.getLevel().intValue() >= Level.WARNING.intValue());
      Logger encoder = Logger.getLogger("de.bwaldvogel.mongo.wire.MongoWireEncoder");
      assertThat(encoder.isLoggable(Level.SEVERE))
          .as("a logger that prints whole documents")
          .isFalse();
    }

    Path file = Logs.newest(data).orElseThrow();
    assertThat(Files.readAllLines(file))
        .singleElement()
        .asString()
        .endsWith("app.fragments.x - first\\nsecond")
        .contains(" INFO ")
        .contains("[" + Thread.currentThread().getName() + "]");
  }

  @Test
  void two_processes_write_two_files() throws IOException {
    DataFolder data = new DataFolder(folder);
    Logs first = Logs.open(data);
    try (Logs second = Logs.open(data)) {
      Logger.getLogger("app.fragments.x").info("hello");
    } finally {
      first.close();
    }

    try (var files = Files.list(data.logs())) {
      assertThat(files.filter(file -> file.toString().endsWith(".log"))).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calling https://host/v1beta/models?key=HIDDENHIDDEN&alt=sse",
        "x-goog-api-key: HIDDENHIDDEN",
        "the key AIzaHIDDENHIDDEN_0123456789012345678 was refused",
        "Authorization: Bearer HIDDENHIDDEN",
        "mongodb://anna:HIDDENHIDDEN@host/db failed",
        "mongodb+srv://anna:HIDDEN/HIDDEN@host failed",
        "{\"apiKey\": \"HIDDENHIDDEN\"}",
        "password=HIDDENHIDDEN, user=anna"
      })
  void anything_that_looks_like_a_secret_is_redacted(String message) {
    assertThat(Logs.LineFormatter.redact(message)).doesNotContain("HIDDEN").contains("***");
  }

  @Test
  void other_text_is_unchanged() {
    String plain = "Job 3f2a weaves 12 fragments at http://localhost:27017/ by a@b.example";
    assertThat(Logs.LineFormatter.redact(plain)).isEqualTo(plain);
  }

  @Test
  void stack_traces_are_redacted_too() {
    LogRecord record = new LogRecord(Level.WARNING, "Call failed");
    record.setInstant(Instant.parse("2026-02-06T16:20:00.5Z"));
    record.setLoggerName("app.fragments.x");
    record.setThrown(new IllegalStateException("mongodb://anna:HIDDEN@host"));

    assertThat(new Logs.LineFormatter().format(record))
        .startsWith("2026-02-06T16:20:00.500Z WARNING [")
        .contains("Call failed", "IllegalStateException", "mongodb://anna:***@host")
        .doesNotContain("HIDDEN");
  }
}
