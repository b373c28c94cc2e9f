package app.fragments.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.fragments.exchange.ImportResult.Remark;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.InMemoryEntryStore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownImportTest {
  private static final String USER = "anna";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;
  private final Clock clock = Clock.fixed(Instant.parse("2026-02-07T10:00:00Z"), BERLIN);
  private final InMemoryEntryStore store = new InMemoryEntryStore(clock);

  private ImportResult run() {
    return run(false, ImportListener.NONE);
  }

  private ImportResult run(boolean dryRun, ImportListener listener) {
    return new ImportService(store, USER, BERLIN, folder, dryRun)
        .run(List.of(folder), ImportFormat.AUTO, listener);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<Entry> entries() {
    return store.findAll(
        USER,
        store.list(USER, EntryFilter.ALL, null, 100_000).stream()
            .map(header -> header.id())
            .toList());
  }

  private Entry onlyEntry() {
    assertThat(entries()).hasSize(1);
    return entries().getFirst();
  }

  @Test
  void front_matter_gives_day_time_title_and_tags() throws IOException {
    write(
        "note.md",
        """
        ---
        Title: "Shipped: the importer"
        date: 2026-02-06T16:20:00+01:00
        tags: [release, "#bugs", 2026, no]
        starred: true
        ---

        Importer is live for all teams. #release

        - [x] tell Nordwind
        """);

    assertThat(run()).isEqualTo(new ImportResult(1, 0, 0, List.of(), List.of(), false));

    Entry entry = onlyEntry();
    assertThat(entry.title()).isEqualTo("Shipped: the importer");
    assertThat(entry.date()).isEqualTo(LocalDate.of(2026, 2, 6));
    assertThat(entry.createdAt()).isEqualTo(Instant.parse("2026-02-06T15:20:00Z"));
    assertThat(entry.timeZone()).isEqualTo(ZoneId.of("+01:00"));
    assertThat(entry.tags()).containsExactly("release", "bugs", "2026", "no");
    assertThat(entry.starred()).isTrue();
    assertThat(entry.text())
        .isEqualTo("Importer is live for all teams. #release\n\n- [x] tell Nordwind");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-01.md, 2026-02-01, ''",
    "2026-02-01-stand-up.md, 2026-02-01, Stand up",
    "2026-02-01 Stand-up with Maria.md, 2026-02-01, Stand-up with Maria",
    "20260201_retro.markdown, 2026-02-01, Retro",
    "2026_02_01.MD, 2026-02-01, ''",
  })
  void the_file_name_gives_what_the_file_does_not_say(String name, LocalDate date, String title)
      throws IOException {
    write(name, "Text.\n");

    assertThat(run().warnings()).isEmpty();

    assertThat(onlyEntry().date()).isEqualTo(date);
    assertThat(onlyEntry().title()).isEqualTo(title);
  }

  @Test
  void a_note_without_a_date_has_its_files_and_this_is_said() throws IOException {
    Path file = write("Ideas.md", "An idea.");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-05T23:30:00Z")));

    ImportResult result = run();

    assertThat(result.warnings())
        .containsExactly(
            new Remark(file.toString(), "no date in it, so the file's time is taken: 2026-01-06"));
    assertThat(onlyEntry().date()).isEqualTo(LocalDate.of(2026, 1, 6));
    assertThat(onlyEntry().title()).isEqualTo("Ideas");

    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-02-05T23:30:00Z")));
    assertThat(run().unchanged()).as("a touched file is no other note").isEqualTo(1);
  }

  @Test
  void a_heading_at_the_top_is_the_title_and_not_said_twice() throws IOException {
    write("2026-02-01-a.md", "# Retro notes\n\nTwo flaky tests.\n");
    write("2026-02-02-b.md", "---\ntitle: Retro notes\n---\n# retro notes #\nThree.\n");
    write("2026-02-03-c.md", "---\ntitle: Mine\n---\n# Another\n\nFour.\n");

    run();

    assertThat(entries())
        .extracting(Entry::title, Entry::text)
        .containsExactlyInAnyOrder(
            tuple("Retro notes", "Two flaky tests."),
            tuple("Retro notes", "Three."),
            tuple("Mine", "# Another\n\nFour."));
  }

  @Test
  void tags_may_be_a_line_and_a_rule_is_no_front_matter() throws IOException {
    write("2026-02-01.md", "---\ntags: one, two words\n---\nA");
    write("2026-02-02.md", "---\ntags: '#one two'\n---\nB");
    write("2026-02-03.md", "---\nJust words between two rules\n---\nC");
    write("2026-02-04.md", "---\nan open rule\nD");

    ImportResult result = run();

    assertThat(result.failed()).isEmpty();
    List<Entry> newestFirst = entries();
    assertThat(newestFirst.get(3).tags()).containsExactly("one", "two words");
    assertThat(newestFirst.get(2).tags()).containsExactly("one", "two");
    assertThat(newestFirst.get(1).text()).isEqualTo("---\nJust words between two rules\n---\nC");
    assertThat(newestFirst.get(0).text()).startsWith("---\nan open rule");
  }

  @Test
  void importing_again_adds_nothing_twice_and_updates_what_changed() throws IOException {
    write("2026-02-01.md", "One.");
    Path changed = write("2026-02-02.md", "Two.");
    assertThat(run().imported()).isEqualTo(2);

    Files.writeString(changed, "Two and a half.");
    ImportResult again = run();

    assertThat(again).isEqualTo(new ImportResult(0, 1, 1, List.of(), List.of(), false));
    assertThat(entries()).extracting(Entry::text).containsExactly("Two and a half.", "One.");
    assertThat(run().unchanged()).isEqualTo(2);
  }

  @Test
  void what_the_user_edited_is_kept() throws IOException {
    Path file = write("2026-02-01.md", "From the file.");
    run();
    store.save(onlyEntry().withText("", "Edited here."));
    assertThat(run())
        .as("only here")
        .isEqualTo(new ImportResult(0, 0, 1, List.of(), List.of(), false));

    Files.writeString(file, "Edited there.");
    ImportResult both = run();

    assertThat(both.failed())
        .containsExactly(
            new Remark(file.toString(), "changed here and at its source; yours is kept"));
    assertThat(onlyEntry().text()).isEqualTo("Edited here.");
  }

  @Test
  void the_same_edit_on_both_sides_is_no_conflict() throws IOException {
    Path file = write("2026-02-01.md", "From the file.");
    run();
    store.save(onlyEntry().withText("", "Better."));
    Files.writeString(file, "Better.");

    assertThat(run().unchanged()).isEqualTo(1);
  }

  @Test
  void what_is_in_the_trash_stays_there() throws IOException {
    Path file = write("2026-02-01.md", "From the file.");
    run();
    store.trash(USER, List.of(onlyEntry().id()));
    Files.writeString(file, "Changed.");

    assertThat(run().unchanged()).isEqualTo(1);
    assertThat(entries()).isEmpty();
  }

  @Test
  void notes_of_the_same_name_in_two_folders_are_two_entries() throws IOException {
    write("work/2026-02-01.md", "Work.");
    write("private/2026-02-01.md", "Private.");

    for (String each : List.of("work", "private", "work")) {
      new ImportService(store, USER, BERLIN, folder, false)
          .run(List.of(folder.resolve(each)), ImportFormat.AUTO, ImportListener.NONE);
    }

    assertThat(entries()).extracting(Entry::text).containsExactlyInAnyOrder("Work.", "Private.");
  }

  @Test
  void bad_files_are_named_with_their_reason_and_the_rest_goes_on() throws IOException {
    Path yaml = write("a.md", "---\ntitle: a: b\n---\nText");
    Path date = write("b.md", "---\ndate: someday\n---\nText");
    Path empty = write("2026-02-01.md", "\n");
    Path binary = folder.resolve("2026-02-02.md");
    Files.write(binary, new byte[] {1, 2, 0, 3});
    Path large = folder.resolve("2026-02-03.md");
    Files.write(large, new byte[DecodedText.MAX_BYTES + 1]);
    write("2026-02-04.md", "Good.");

    ImportResult result = run();

    assertThat(result.imported()).isEqualTo(1);
    assertThat(result.failed())
        .extracting(Remark::source)
        .containsExactlyInAnyOrder(
            yaml.toString(),
            date.toString(),
            empty.toString(),
            binary.toString(),
            large.toString());
    assertThat(reason(result, yaml)).startsWith("its front matter is no YAML (line 2)");
    assertThat(reason(result, date)).isEqualTo("\"someday\" is no date");
    assertThat(reason(result, empty)).isEqualTo("it is empty");
    assertThat(reason(result, binary)).isEqualTo("it is not text");
    assertThat(reason(result, large)).isEqualTo("it is larger than 5 MB");
  }

  private static String reason(ImportResult result, Path source) {
    return result.failed().stream()
        .filter(remark -> remark.source().equals(source.toString()))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  @Test
  void yaml_that_would_blow_up_is_refused() throws IOException {
    StringBuilder bomb = new StringBuilder("---\na: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'z'; c++) {
      char last = (char) (c - 1);
      bomb.append("%c: &%c [*%c,*%c,*%c,*%c,*%c]\n".formatted(c, c, last, last, last, last, last));
    }
    write("2026-02-01.md", bomb + "---\nBoom");
    write("2026-02-02.md", "---\nx: !!java.net.URL [http://localhost]\n---\nBoom");

    assertThat(run().failed()).hasSize(2);
  }

  @Test
  void old_encodings_are_read_and_this_is_said() throws IOException {
    String text = "Größe 5 €";
    Files.write(folder.resolve("2026-02-01.md"), text.getBytes(Charset.forName("windows-1252")));
    Files.write(
        folder.resolve("2026-02-02.md"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    Files.write(
        folder.resolve("2026-02-03.md"),
        ("\uFEFF" + text + "\r\nx").getBytes(StandardCharsets.UTF_8));

    ImportResult result = run();

    assertThat(entries()).extracting(Entry::text).containsExactly(text + "\nx", text, text);
    assertThat(result.warnings())
        .extracting(Remark::reason)
        .containsExactlyInAnyOrder(
            "read as windows-1252, not UTF-8", "read as UTF-16LE, not UTF-8");
  }

  @Test
  void hidden_folders_other_files_and_links_in_a_circle_are_passed_over() throws IOException {
    write(".obsidian/plugin.md", "no");
    write(".git/x.md", "no");
    write("sub/.hidden.md", "no");
    write("sub/data.csv", "no");
    write("sub/2026-02-01.md", "yes");
    Files.createSymbolicLink(folder.resolve("sub/loop"), folder);
    Files.createSymbolicLink(
        folder.resolve("sub/2026-02-01-again.md"), folder.resolve("sub/2026-02-01.md"));
    Files.createSymbolicLink(folder.resolve("sub/2026-02-02.md"), folder.resolve("nowhere"));

    ImportResult result = run();

    assertThat(result.imported()).isEqualTo(1);
    assertThat(result.failed())
        .singleElement()
        .extracting(Remark::reason)
        .asString()
        .contains("no such file");
  }

  @Test
  void front_matter_that_yaml_cannot_read_keeps_no_other_file_out() throws IOException {
    write("a.md", "---\ndate: 2026-02-01\nx: !!int abc\n---\nOne.");
    write("b.md", "---\ndate: 2026-02-01\ntags: &a\n - [*a]\n - bugs\n---\nTwo.");
    write("c.md", "---\ndate: 2026-02-01\n---\nThree.");

    ImportResult result = run();

    assertThat(result.imported()).isEqualTo(2);
    assertThat(result.failed())
        .singleElement()
        .satisfies(remark -> assertThat(remark.source()).endsWith("a.md"))
        .extracting(Remark::reason)
        .asString()
        .startsWith("its front matter is no YAML");
    assertThat(entries()).flatMap(Entry::tags).containsExactly("bugs");
  }

  @Test
  void fields_that_an_entry_has_no_place_for_are_named_once() throws IOException {
    write("a.md", "---\ndate: 2026-02-01\nmood: proud\nsummary: We shipped.\n---\nOne.");
    write("b.md", "---\ndate: 2026-02-01\ncreated: 2026-02-01\nmood: calm\nx: []\n---\nTwo.");

    assertThat(run().warnings())
        .containsExactly(
            new Remark(
                "Front matter", "an entry has no place for mood (2 files), summary (1 file)"));
    assertThat(run().warnings()).isEmpty();
  }

  @Test
  @DisabledOnOs({OS.MAC, OS.WINDOWS}) // their names have no bytes
  void files_whose_names_differ_in_bytes_of_another_encoding_are_two() throws Exception {
    for (String letter : List.of("\\344", "\\366")) {
      String script = "printf 'Words.' > \"$(printf '2026-02-11 T" + letter + "g.md')\"";
      Process shell = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).start();
      assertThat(shell.waitFor()).isZero();
    }
    assertThat(run().imported()).isEqualTo(2);
    assertThat(run().unchanged()).isEqualTo(2);
  }

  @Test
  void a_dry_run_says_the_same_and_stores_nothing() throws IOException {
    write("2026-02-01.md", "One.");
    assertThat(run(true, ImportListener.NONE).imported()).isEqualTo(1);
    assertThat(entries()).isEmpty();

    run();
    write("2026-02-01.md", "Two.");
    assertThat(run(true, ImportListener.NONE).updated()).isEqualTo(1);
    assertThat(onlyEntry().text()).isEqualTo("One.");
  }

  @Test
  void it_says_how_far_it_is_and_stops_when_told() throws IOException {
    for (int i = 0; i < 1_200; i++) {
      write("n/%04d.md".formatted(i), "---\ndate: 2026-02-01\n---\n" + i);
    }
    AtomicInteger last = new AtomicInteger();
    ImportListener untilTheFirstProgress =
        new ImportListener() {
          @Override
          public void progress(ImportResult soFar) {
            last.set(soFar.read());
          }

          @Override
          public boolean isCancelled() {
            return last.get() > 0;
          }
        };

    ImportResult stopped = run(false, untilTheFirstProgress);

    assertThat(stopped.cancelled()).isTrue();
    assertThat(stopped.imported()).isEqualTo(500).isEqualTo(last.get());
    assertThat(entries()).hasSize(500);
    assertThat(run()).isEqualTo(new ImportResult(700, 0, 500, List.of(), List.of(), false));
  }

  @Test
  void a_path_that_is_not_there_is_named() {
    Path nowhere = folder.resolve("nowhere");
    ImportResult result =
        new ImportService(store, USER, BERLIN, folder, false)
            .run(List.of(nowhere), ImportFormat.AUTO, ImportListener.NONE);
    assertThat(result.failed())
        .containsExactly(new Remark(nowhere.toString(), "there is no such file or folder"));
  }
}
