package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest extends CommandTest {

  @Test
  void version_and_help_are_printed_without_a_store() {
    services.setUnavailable();
    assertThat(run("--version")).isEqualTo(new Outcome(0, "Fragments 1.2.3\n", ""));
    Outcome help = run("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains(
            "add", "list", "show", "import", "weave", "job", "jobs", "retry", "cancel", "work",
            "doctor");
    assertThat(run("weave", "--help").out()).contains("--last-week", "--wait", "--out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "jobs", "add x", "show x", "weave", "job x", "work", "doctor"})
  void an_unreachable_store_exits_with_3(String command) {
    services.setUnavailable();

    Outcome ended = run((command + " --json").split(" "));

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.json().isObject()).isTrue();
    assertThat(ended.json().toString())
        .containsAnyOf("Cannot reach the store", "\"reachable\":false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "list --from yesterdayish",
        "add --date -999999999-01-01 x",
        "add --date +12345-12-31 x",
        "list --nonsense",
        "show",
        "list --limit x"
      })
  void a_usage_error_exits_with_2_and_points_to_help(String line) {
    Outcome ended = run(line.split(" "));
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"add \uFFFD\uFFFDber", "add --title \uFFFD x", "import \uFFFD.md"})
  void arguments_that_java_could_not_decode_are_rejected_and_nothing_is_stored(String line) {
    Outcome ended = run((line + " --json").split(" "));
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.json().path("error").asText()).contains("LC_ALL=C.UTF-8", "fragments add -");
    assertThat(run("list", "--json").json()).isEmpty();
  }

  @Test
  void an_invalid_date_is_explained_in_json_too() {
    Outcome ended = run("list", "--from", "yesterdayish", "--json");
    assertThat(ended.json().path("error").asText())
        .contains("--from", "yesterdayish", "2026-02-01");
  }

  @Test
  void doctor_reports_the_configuration_but_never_the_key() {
    services.variables.put("GEMINI_API_KEY", "AIzaSecret");
    write("2026-02-06", "09:00", "x", "x");
    run("weave");

    Outcome doctor = run("doctor", "--json");

    assertThat(doctor.exitCode()).isZero();
    assertThat(doctor.out()).doesNotContain("AIzaSecret");
    JsonNode found = doctor.json();
    assertThat(found.path("version").asText()).isEqualTo("1.2.3");
    assertThat(found.path("data_folder").asText()).isEqualTo(folder.toString());
    assertThat(found.path("log_file").asText()).endsWith(".log");
    assertThat(found.path("store").path("reachable").asBoolean()).isTrue();
    assertThat(found.path("generator").path("name").asText()).isEqualTo("gemini");
    assertThat(found.path("key").path("known").asBoolean()).isTrue();
    assertThat(found.path("key").path("from").asText()).isEqualTo("from GEMINI_API_KEY");
    assertThat(found.path("queue").path("waiting").asInt()).isEqualTo(1);
    assertThat(run("doctor").out()).contains("1 waiting", "store in memory").doesNotContain("AIza");
  }

  @Test
  void doctor_reports_a_missing_key_that_the_generator_needs() {
    services.variables.put("FRAGMENTS_GENERATOR", "gemini");
    Outcome doctor = run("doctor");
    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).contains("no key is set", "Set GEMINI_API_KEY");
  }

  @Test
  void an_unexpected_error_is_reported_without_a_stack_trace() {
    services.breakConfiguration();
    Outcome ended = run("list");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("Unexpected error").doesNotContain("\tat ");
  }

  @Test
  void every_command_has_a_description() {
    List<String> described =
        run("--help").out().lines().filter(line -> line.matches("  \\w+ {2,}\\S.*")).toList();
    assertThat(described).hasSizeGreaterThanOrEqualTo(11);
  }
}
