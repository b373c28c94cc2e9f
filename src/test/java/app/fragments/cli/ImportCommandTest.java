package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportCommandTest extends CommandTest {
  private Path notes;

  @BeforeEach
  void two_notes_and_an_invalid_one() throws IOException {
    notes = Files.createDirectory(folder.resolve("notes"));
    Files.writeString(notes.resolve("2026-02-05.md"), "One.");
    Files.writeString(notes.resolve("2026-02-06.md"), "Two.");
    Files.writeString(notes.resolve("bad.md"), "---\ndate: soon\n---\nThree.");
  }

  @Test
  void the_result_is_one_json_document() {
    Outcome imported = run("import", notes.toString(), "--json");

    assertThat(imported.exitCode()).isZero();
    JsonNode result = imported.json();
    assertThat(result.path("imported").asInt()).isEqualTo(2);
    assertThat(result.path("updated").asInt()).isZero();
    assertThat(result.path("unchanged").asInt()).isZero();
    assertThat(result.path("failed")).hasSize(1);
    assertThat(result.path("failed").path(0).path("source").asText())
        .isEqualTo(notes.resolve("bad.md").toString());
    assertThat(result.path("failed").path(0).path("reason").asText())
        .isEqualTo("\"soon\" is not a date");
    assertThat(run("import", notes.toString(), "--json").json().path("unchanged").asInt())
        .isEqualTo(2);
  }

  @Test
  void without_json_failures_go_to_standard_error() {
    Outcome imported = run("import", notes.toString());

    assertThat(imported.out()).isEqualTo("Imported 2, updated 0, unchanged 0, failed 1\n");
    assertThat(imported.err()).contains("bad.md: \"soon\" is not a date");
  }

  @Test
  void a_dry_run_stores_nothing() {
    assertThat(run("import", "--dry-run", notes.toString()).out()).startsWith("Would import 2");
    assertThat(run("list", "--json").json()).isEmpty();
  }

  @Test
  void importing_nothing_is_a_failure_and_an_unknown_format_is_a_usage_error() {
    assertThat(run("import", notes.resolve("bad.md").toString()).exitCode()).isEqualTo(1);
    assertThat(run("import", folder.resolve("nowhere").toString(), "--json").exitCode())
        .isEqualTo(1);
    Outcome part = run("import", notes.toString(), folder.resolve("nowhere").toString());
    assertThat(part.exitCode()).isEqualTo(1);
    assertThat(part.out()).startsWith("Imported 2");
    assertThat(run("import", "--format", "word", notes.toString()).exitCode()).isEqualTo(2);
    assertThat(run("import").exitCode()).isEqualTo(2);
  }
}
