package app.fragments.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.exchange.ImportResult.Remark;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.InMemoryEntryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JrnlImportTest {
  private static final String USER = "anna";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;
  private final InMemoryEntryStore store =
      new InMemoryEntryStore(Clock.fixed(Instant.parse("2026-02-07T10:00:00Z"), BERLIN));

  private ImportResult run(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("journal.json"), json);
    return new ImportService(store, USER, BERLIN, false)
        .run(List.of(file), ImportFormat.AUTO, soFar -> {}, () -> false);
  }

  private List<Entry> entries() {
    return store.findAll(
        USER,
        store.list(USER, EntryFilter.ALL, null, 1_000).stream()
            .map(header -> header.id())
            .toList());
  }

  @Test
  void times_tags_and_stars_are_imported() throws IOException {
    ImportResult result =
        run(
            """
            {
              "tags": {"@work": 2, "@home": 1},
              "entries": [
                {"title": "Stand-up.", "body": "Blocked until noon. @work", "date": "2026-02-05",
                 "time": "09:30", "tags": ["@work"], "starred": true, "uuid": {"x": [1]}},
                {"title": "Walk.", "body": "", "date": "2026-02-04", "time": "18:10",
                 "tags": ["@home", "@work"], "starred": false}
              ]
            }
            """);

    assertThat(result).isEqualTo(new ImportResult(2, 0, 0, List.of(), List.of(), false));
    Entry standUp = entries().getFirst();
    assertThat(standUp.title()).isEqualTo("Stand-up.");
    assertThat(standUp.text()).isEqualTo("Blocked until noon. @work");
    assertThat(standUp.date()).isEqualTo(LocalDate.of(2026, 2, 5));
    assertThat(standUp.createdAt()).isEqualTo(Instant.parse("2026-02-05T08:30:00Z"));
    assertThat(standUp.tags()).containsExactly("work");
    assertThat(standUp.starred()).isTrue();
    assertThat(entries().getLast().tags()).containsExactly("home", "work");
  }

  @Test
  void importing_again_recognizes_imported_entries() throws IOException {
    String json =
        """
        {"entries": [
          {"title": "Same", "body": "one", "date": "2026-02-05", "time": "09:30"},
          {"title": "Same", "body": "two", "date": "2026-02-05", "time": "09:30"}]}
        """;
    assertThat(run(json).imported()).isEqualTo(2);
    assertThat(run(json).unchanged()).isEqualTo(2);

    ImportResult changed = run(json.replace("two", "three"));

    assertThat(changed.updated()).isEqualTo(1);
    assertThat(entries()).extracting(Entry::text).containsExactlyInAnyOrder("one", "three");
  }

  @Test
  void an_invalid_entry_is_reported_and_the_others_are_imported() throws IOException {
    ImportResult result =
        run(
            """
            {"entries": [
              {"title": "No day", "body": "x", "date": "soon", "time": ""},
              17,
              {"title": "", "body": " ", "date": "2026-02-05"},
              {"title": "Good", "body": null, "date": "2026-02-05"}]}
            """);

    assertThat(result.imported()).isEqualTo(1);
    assertThat(result.failed())
        .extracting(Remark::reason)
        .containsExactly("\"soon\" is not a date", "not an entry", "empty");
    assertThat(result.failed().getFirst().source()).endsWith("journal.json, entry 1");
    assertThat(entries().getFirst().text()).isEmpty();
  }

  @Test
  void entries_before_invalid_json_are_imported() throws IOException {
    ImportResult result =
        run(
            """
            {"entries": [
              {"title": "Good", "body": "x", "date": "2026-02-05"},
              {"title": "Cut o\
            """);

    assertThat(result.imported()).isEqualTo(1);
    assertThat(result.failed())
        .singleElement()
        .extracting(Remark::reason)
        .asString()
        .startsWith("invalid JSON in line 3");
  }

  @Test
  void other_json_is_refused() throws IOException {
    assertThat(run("[1, 2]").failed())
        .singleElement()
        .extracting(Remark::reason)
        .isEqualTo("not a JSON export of jrnl");
    assertThat(run("{\"a\": {\"entries\": []}}").failed())
        .singleElement()
        .extracting(Remark::reason)
        .asString()
        .contains("it has no entries");
    assertThat(entries()).isEmpty();
  }
}
