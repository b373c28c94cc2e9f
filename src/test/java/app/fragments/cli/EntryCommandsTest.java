package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryCommandsTest extends CommandTest {

  @Test
  void add_stores_an_entry_for_today_and_prints_it() {
    Outcome added =
        run(
            "add",
            "--title",
            "Stand-up",
            "--tag",
            "#team",
            "--tag",
            "bugs",
            "--json",
            "Blocked",
            "until noon.");

    assertThat(added.exitCode()).isZero();
    JsonNode entry = added.json();
    assertThat(entry.properties().stream().map(field -> field.getKey()))
        .containsExactly(
            "id", "date", "created_at", "updated_at", "title", "text", "tags", "starred");
    assertThat(entry.path("date").asText()).isEqualTo("2026-02-07");
    assertThat(entry.path("created_at").asText()).isEqualTo("2026-02-07T11:00:00Z");
    assertThat(entry.path("text").asText()).isEqualTo("Blocked until noon.");
    assertThat(entry.path("tags")).map(JsonNode::asText).containsExactly("team", "bugs");
    assertThat(run("show", entry.path("id").asText(), "--json").json()).isEqualTo(entry);
  }

  @Test
  void add_reads_standard_input_for_a_dash() {
    JsonNode entry =
        feed("# Größe\r\n\r\nfünf €\n", "add", "--date", "yesterday", "--json", "-").json();

    assertThat(entry.path("text").asText()).isEqualTo("# Größe\n\nfünf €");
    assertThat(entry.path("date").asText()).isEqualTo("2026-02-06");
    assertThat(Instant.parse(entry.path("created_at").asText())).isEqualTo("2026-02-06T11:00:00Z");
  }

  @Test
  void a_byte_order_mark_on_standard_input_is_dropped() {
    assertThat(feed("\uFEFF# From PowerShell", "add", "--json", "-").json().path("text").asText())
        .isEqualTo("# From PowerShell");
  }

  @Test
  void text_that_starts_with_an_at_sign_is_not_read_as_a_file_name() throws Exception {
    String here = folder.resolve("notes").toString();
    Files.writeString(Path.of(here), "secret words of a file");
    JsonNode entry = run("add", "--json", "--tag", "@" + here, "@" + here, "@@home").json();

    assertThat(entry.path("text").asText()).isEqualTo("@" + here + " @@home");
    assertThat(entry.path("tags").path(0).asText()).isEqualTo("@" + here);
  }

  @Test
  void a_bullet_is_text_but_a_mistyped_option_is_an_error() {
    assertThat(run("add", "--json", "- one").json().path("text").asText()).isEqualTo("- one");
    assertThat(run("add", "--json", "--", "--force did it").json().path("text").asText())
        .isEqualTo("--force did it");

    Outcome mistyped = run("add", "--titel", "x", "text");
    assertThat(mistyped.exitCode()).isEqualTo(2);
    assertThat(mistyped.err()).contains("Unknown option: '--titel'", "--");
    assertThat(run("add", "-x").exitCode()).isEqualTo(2);
    assertThat(run("list", "--json").json()).hasSize(2);
  }

  @Test
  void a_tag_may_be_given_with_its_hash_sign() {
    Entry entry = write("2026-02-06", "16:20", "", "Live.", "release");

    assertThat(run("list", "--tag", "#release").out()).contains(entry.id().value().substring(0, 8));
    assertThat(run("weave", "--tag", "#release").exitCode()).isZero();
  }

  @Test
  void add_rejects_text_that_is_empty_or_not_utf_8() {
    assertThat(feed(" \n", "add", "-").exitCode()).isEqualTo(1);
    Outcome latin1 = run("Größe".getBytes(StandardCharsets.ISO_8859_1), false, "add", "-");
    assertThat(latin1.exitCode()).isEqualTo(1);
    assertThat(latin1.err()).contains("not UTF-8");
    assertThat(run("add").exitCode()).isEqualTo(2);
    assertThat(run("list", "--json").json()).isEmpty();
  }

  @Test
  void list_prints_a_line_for_each_entry_newest_first() {
    Entry older = write("2026-02-05", "09:30", "Stand-up", "Blocked.", "bugs");
    Entry newer = write("2026-02-06", "16:20", "", "**Importer** is live.");

    assertThat(run("list").out().lines())
        .containsExactly(
            "2026-02-06  16:20  " + newer.id().value().substring(0, 8) + "  Importer is live.",
            "2026-02-05  09:30  " + older.id().value().substring(0, 8) + "  Stand-up  #bugs");
  }

  @Test
  void list_finds_a_tag_in_the_text_below_another_and_in_any_spelling() {
    run("add", "--title", "a", "--tag", "cafe\u0301/terrace", "x");
    run("add", "--title", "b", "--tag", "other", "At the #CAF\u00c9");
    run("add", "--title", "c", "At the `#caf\u00e9`");
    assertThat(titles("list", "--tag", "caf\u00e9", "--json")).containsExactlyInAnyOrder("a", "b");
    assertThat(titles("list", "--tag", "cafe\u0301", "--json")).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void list_filters_by_date_and_tag_and_takes_a_limit() {
    write("2026-02-04", "09:00", "a", "", "x");
    write("2026-02-05", "09:00", "b", "", "y");
    write("2026-02-06", "09:00", "c", "", "x", "z");

    assertThat(titles("list", "--from", "2026-02-05", "--json")).containsExactly("c", "b");
    assertThat(titles("list", "--to", "2026-02-05", "--json")).containsExactly("b", "a");
    assertThat(titles("list", "--tag", "X", "--tag", "y", "--json")).containsExactly("c", "b", "a");
    assertThat(titles("list", "--limit", "1", "--json")).containsExactly("c");
    assertThat(titles("list", "--from", "today", "--json")).isEmpty();
  }

  private List<String> titles(String... arguments) {
    return run(arguments).json().valueStream().map(e -> e.path("title").asText()).toList();
  }

  @Test
  void list_on_a_screen_is_short_and_mentions_that_there_is_more() {
    for (int i = 0; i < 60; i++) {
      write("2026-01-01", "09:00", "A title that goes on and on and on ".repeat(3) + i, "");
    }

    Outcome shown = onScreen("list");

    assertThat(shown.out().lines()).hasSize(50).allMatch(line -> line.length() <= 100);
    assertThat(shown.err()).contains("50 of 60 entries");
    assertThat(run("list").out().lines()).hasSize(60);
  }

  @Test
  void list_reads_all_pages() {
    for (int i = 0; i < 1_203; i++) {
      write("2026-01-01", "09:00", "t" + i, "");
    }
    assertThat(run("list", "--json").json()).hasSize(1_203);
    assertThat(run("list", "--limit", "700", "--json").json()).hasSize(700);
  }

  @Test
  void show_finds_an_entry_by_the_start_of_its_id_even_in_the_trash() {
    Entry entry = write("2026-02-05", "09:30", "Stand-up", "Blocked.");
    String start = entry.id().value().substring(0, 8);

    assertThat(run("show", start.toUpperCase()).out())
        .startsWith("2026-02-05  09:30  " + start + "  Stand-up\n\nBlocked.\n");

    services.entries.trash(FakeCliServices.USER, List.of(entry.id()));
    assertThat(run("show", start).out()).contains("(in the trash)");
  }

  @Test
  void an_unknown_or_ambiguous_id_is_an_error() {
    assertThat(run("show", "nothing").err()).contains("There is no entry nothing");
    for (int i = 0; i < 17; i++) { // so two ids start with the same hex digit
      write("2026-02-05", "09:30", "", "x");
    }
    Outcome shown = run("show", firstDigitOfTwo(), "--json");
    assertThat(shown.exitCode()).isEqualTo(1);
    assertThat(shown.json().path("error").asText()).contains("type more characters");
  }

  private String firstDigitOfTwo() {
    List<String> first = run("list").out().lines().map(line -> line.substring(19, 20)).toList();
    return first.stream()
        .filter(digit -> first.stream().filter(digit::equals).count() > 1)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void entries_of_other_users_are_invisible() {
    Entry entry = write("2026-02-05", "09:30", "Stand-up", "Blocked.");
    services.variables.put("FRAGMENTS_USER", "bert");

    assertThat(run("list", "--json").json()).isEmpty();
    assertThat(run("show", entry.id().value()).exitCode()).isEqualTo(1);
  }
}
