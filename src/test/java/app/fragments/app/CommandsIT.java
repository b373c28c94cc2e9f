package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.app.Jar.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the commands as a user or a script would: the packaged jar with the built-in store.
class CommandsIT {
  @TempDir Path folder;
  private Jar jar;

  @BeforeEach
  void freshHome() {
    jar = new Jar(folder.resolve("home"));
  }

  @Test
  void an_entry_added_in_one_process_is_listed_and_shown_in_others() throws Exception {
    JsonNode added =
        jar.feed(
                "Importer is live.\n",
                "add",
                "--date",
                "2026-02-06",
                "--title",
                "Shipped",
                "--tag",
                "release",
                "--json",
                "-")
            .json();
    assertThat(added.path("date").asText()).isEqualTo("2026-02-06");

    JsonNode list = jar.run("list", "--json").json();
    assertThat(list).hasSize(1);
    assertThat(list.path(0).path("id")).isEqualTo(added.path("id"));
    assertThat(list.path(0).path("text").asText()).contains("Importer is live.");
    assertThat(list.path(0).path("tags").path(0).asText()).isEqualTo("release");

    JsonNode shown = jar.run("show", added.path("id").asText().substring(0, 8), "--json").json();
    assertThat(shown.path("title").asText()).isEqualTo("Shipped");
  }

  @Test
  void a_week_is_imported_and_woven_into_a_cited_report() throws Exception {
    Path notes = Files.createDirectories(folder.resolve("notes"));
    Files.writeString(notes.resolve("2026-02-02.md"), "Load test reached 900 requests a second.\n");
    Files.writeString(
        notes.resolve("2026-02-04-stand-up.md"), "Blocked on the staging database.\n");

    JsonNode imported = jar.run("import", notes.toString(), "--json").json();
    assertThat(imported.path("imported").asInt()).isEqualTo(2);
    assertThat(imported.path("failed")).isEmpty();
    assertThat(jar.run("import", notes.toString(), "--json").json().path("unchanged").asInt())
        .isEqualTo(2);

    Path out = folder.resolve("week.md");
    Outcome woven =
        jar.run(
            "weave",
            "--from",
            "2026-02-01",
            "--to",
            "2026-02-07",
            "--wait",
            "--json",
            "--out",
            out.toString());
    assertThat(woven.exitCode()).as(woven.err()).isZero();
    JsonNode job = woven.json();
    assertThat(job.path("status").asText()).isEqualTo("completed");
    assertThat(job.path("period").path("start").asText()).isEqualTo("Feb 02, 2026");
    assertThat(job.path("period").path("end").asText()).isEqualTo("Feb 04, 2026");
    assertThat(job.path("report").asText()).contains("900 requests", "[F1]", "[F2]");
    assertThat(job.path("checks").path("flagged")).isEmpty();
    assertThat(Files.readString(out)).isEqualTo(job.path("report").asText());

    JsonNode again = jar.run("job", job.path("job_id").asText(), "--json").json();
    assertThat(again.path("report")).isEqualTo(job.path("report"));
  }

  @Test
  void a_submitted_job_waits_for_a_worker() throws Exception {
    jar.run("add", "One thing was done.");
    JsonNode submitted = jar.run("weave", "--this-week", "--json").json();
    assertThat(submitted.path("status").asText()).isEqualTo("pending");
    assertThat(submitted.path("message").asText())
        .isEqualTo("Report generation started in background");

    Outcome worked = jar.run("work", "--stop-when-empty");
    assertThat(worked.exitCode()).as(worked.err()).isZero();
    assertThat(
            jar.run("job", submitted.path("job_id").asText(), "--json")
                .json()
                .path("status")
                .asText())
        .isEqualTo("completed");
  }

  @Test
  void the_exit_code_says_what_went_wrong() throws Exception {
    assertThat(jar.run("--version").exitCode()).isZero();
    assertThat(jar.run("show", "nothing-like-it").exitCode()).isEqualTo(1);
    assertThat(jar.run("list", "--from", "yesterdayish").exitCode()).isEqualTo(2);
    assertThat(jar.run("nonsense").exitCode()).isEqualTo(2);
    assertThat(
            jar.with("MONGODB_URI", "mongodb://localhost:1/?serverSelectionTimeoutMS=300")
                .run("list")
                .exitCode())
        .isEqualTo(3);
  }

  @Test
  void a_command_never_loads_javafx() throws IOException, InterruptedException {
    Outcome listed = jar.jvm("-verbose:class").run("list");
    assertThat(listed.exitCode()).isZero();
    assertThat(listed.out()).contains("app.fragments.cli").doesNotContain("javafx.");
  }

  @Test
  void doctor_names_the_store_but_never_the_key() throws Exception {
    Outcome doctor = jar.with("GEMINI_API_KEY", "AIzaSecretSecretSecret").run("doctor", "--json");
    assertThat(doctor.exitCode()).as(doctor.err()).isZero();
    assertThat(doctor.out()).doesNotContain("AIzaSecret");
    assertThat(doctor.json().isObject()).isTrue();
  }
}
