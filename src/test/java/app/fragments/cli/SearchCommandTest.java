package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCommandTest extends CommandTest {
  private Entry slow;
  private Entry fast;

  @BeforeEach
  void entries() {
    slow =
        write("2026-02-05", "09:30", "Stand-up", "The importer was **slow** on staging.", "perf");
    fast = write("2026-02-06", "16:20", "", "The load test: the importer is fast.", "perf");
  }

  @Test
  void prints_a_line_for_each_entry_and_its_matches_in_context() {
    assertThat(run("search", "importer", "slow").out())
        .isEqualTo(
            "2026-02-05  09:30  "
                + slow.id().value().substring(0, 8)
                + "  Stand-up  #perf\n    The importer was slow on staging.\n");
  }

  @Test
  void json_has_the_total_and_the_entries_with_their_hits() {
    JsonNode found = run("search", "importer", "--sort", "newest", "--json").json();

    assertThat(found.properties().stream().map(field -> field.getKey()))
        .containsExactly("total", "entries");
    assertThat(found.path("total").asInt()).isEqualTo(2);
    assertThat(ids(found)).containsExactly(fast.id().value(), slow.id().value());
    JsonNode entry = found.path("entries").path(1);
    assertThat(entry.properties().stream().map(field -> field.getKey()))
        .containsExactly(
            "id", "date", "created_at", "updated_at", "title", "text", "tags", "starred", "hits");
    assertThat(entry.path("hits"))
        .map(JsonNode::asText)
        .containsExactly("The importer was slow on staging.");
    JsonNode listed = run("list", "--json", "--to", "2026-02-05").json().path(0);
    listed
        .properties()
        .forEach(field -> assertThat(entry.path(field.getKey())).isEqualTo(field.getValue()));
  }

  private static List<String> ids(JsonNode found) {
    return found.path("entries").valueStream().map(it -> it.path("id").asText()).toList();
  }

  @Test
  void arguments_are_one_query() {
    assertThat(total("importer", "-staging")).isEqualTo(1);
    assertThat(total("importer -staging")).isEqualTo(1);
    assertThat(total("tag:perf", "\"load test\"")).isEqualTo(1);
    assertThat(total("#perf", "from:2026-02-06")).isEqualTo(1);
    assertThat(total("on:yesterday")).isEqualTo(1);
    assertThat(total("-help", "importer")).isEqualTo(2);
    assertThat(total("-Version", "importer")).isEqualTo(2);
    assertThat(total("--", "-staging", "importer")).isEqualTo(1);
  }

  private int total(String... query) {
    List<String> arguments = new java.util.ArrayList<>(List.of("search", "--json"));
    arguments.addAll(List.of(query));
    Outcome found = run(arguments.toArray(String[]::new));
    assertThat(found.exitCode()).as(found.err()).isZero();
    return found.json().path("total").asInt();
  }

  @Test
  void the_limit_leaves_the_total_unchanged() {
    Outcome found = run("search", "importer", "--limit", "1", "--json");
    assertThat(found.json().path("total").asInt()).isEqualTo(2);
    assertThat(found.json().path("entries")).hasSize(1);
    assertThat(run("search", "importer", "--limit", "1").err()).contains("1 of 2 entries");
  }

  @Test
  void an_entry_just_added_is_found() {
    run("search", "importer");
    run("add", "A brand-new sentence");
    assertThat(total("brand-new")).isEqualTo(1);
  }

  @Test
  void nothing_found_is_no_error_and_suggests_another_spelling() {
    Outcome found = run("search", "imprter");
    assertThat(found.exitCode()).isZero();
    assertThat(found.out()).isEmpty();
    assertThat(found.err()).contains("Nothing found", "Did you mean: importer");
    assertThat(run("search", "imprter", "--json").json().path("did_you_mean").asText())
        .isEqualTo("importer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"from:soon", "on:2026-13", "is:blue", "tag:", "", "--limt", "--sort=oldest"})
  void a_mistake_is_an_error_that_says_what_is_possible(String argument) {
    Outcome found = run("search", "importer", argument.isEmpty() ? "--limit=0" : argument);
    assertThat(found.exitCode()).isEqualTo(2);
    assertThat(found.err()).isNotBlank();
    assertThat(run("search", "").exitCode()).isEqualTo(2);
    assertThat(run("search").exitCode()).isEqualTo(2);
  }

  @Test
  void an_unreachable_store_is_exit_code_3() {
    services.setUnavailable();
    assertThat(run("search", "importer").exitCode()).isEqualTo(3);
  }
}
