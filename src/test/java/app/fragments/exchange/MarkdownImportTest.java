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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
    return run(false, soFar -> {}, () -> false);
  }

  private ImportResult run(
      boolean dryRun, Consumer<ImportResult> onProgress, BooleanSupplier isCancelled) {
    return new ImportService(store, USER, BERLIN, folder, dryRun)
        .run(List.of(folder), ImportFormat.AUTO, onProgress, isCancelled);
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
  void front_matter_has_date_time_title_and_tags() throws IOException {
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
  void date_and_title_default_to_the_file_name(String name, LocalDate date, String title)
      throws IOException {
    write(name, "Text.\n");

    assertThat(run().warnings()).isEmpty();

    assertThat(onlyEntry().date()).isEqualTo(date);
    assertThat(onlyEntry().title()).isEqualTo(title);
  }

  @Test
  void without_a_date_the_files_time_is_used_with_a_warning() throws IOException {
    Path file = write("Ideas.md", "An idea.");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-05T23:30:00Z")));

    ImportResult result = run();

    assertThat(result.warnings())
        .containsExactly(
            new Remark(file.toString(), "no date found; used the file's date, 2026-01-06"));
    assertThat(onlyEntry().date()).isEqualTo(LocalDate.of(2026, 1, 6));
    assertThat(onlyEntry().title()).isEqualTo("Ideas");

    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-02-05T23:30:00Z")));
    assertThat(run().unchanged()).as("touching a file is not a change").isEqualTo(1);
  }

  @Test
  void the_first_heading_is_the_title_and_not_repeated_in_the_text() throws IOException {
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
  void tags_may_be_on_one_line_and_a_horizontal_rule_is_not_front_matter() throws IOException {
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
  void front_matter_ends_at_three_dashes_or_dots() throws IOException {
    write("2026-02-01.md", "---\ntitle: Dots\n...\nA\n---\nB");
    write("2026-02-02.md", "---  \ntitle: Dashes\n--- \t \nC");
    write("2026-02-03.md", "---\ntitle: No body\n---");

    run();

    assertThat(entries())
        .extracting(Entry::title, Entry::text)
        .containsExactly(tuple("No body", ""), tuple("Dashes", "C"), tuple("Dots", "A\n---\nB"));
  }

  @Test
  void importing_again_updates_changed_entries_without_duplicates() throws IOException {
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
  void edits_in_the_journal_are_never_overwritten() throws IOException {
    Path file = write("2026-02-01.md", "From the file.");
    run();
    store.save(onlyEntry().withText("", "Edited here."));
    assertThat(run())
        .as("unchanged: edited only in the journal")
        .isEqualTo(new ImportResult(0, 0, 1, List.of(), List.of(), false));

    Files.writeString(file, "Edited there.");
    ImportResult both = run();

    assertThat(both.failed())
        .containsExactly(
            new Remark(
                file.toString(), "changed both in the journal and at its source; yours is kept"));
    assertThat(onlyEntry().text()).isEqualTo("Edited here.");
  }

  @Test
  void the_same_edit_on_both_sides_is_not_a_conflict() throws IOException {
    Path file = write("2026-02-01.md", "From the file.");
    run();
    store.save(onlyEntry().withText("", "Better."));
    Files.writeString(file, "Better.");

    assertThat(run().unchanged()).isEqualTo(1);
  }

  @Test
  void trashed_entries_stay_in_the_trash() throws IOException {
    Path file = write("2026-02-01.md", "From the file.");
    run();
    store.trash(USER, List.of(onlyEntry().id()));
    Files.writeString(file, "Changed.");

    assertThat(run().unchanged()).isEqualTo(1);
    assertThat(entries()).isEmpty();
  }

  @Test
  void files_with_the_same_name_in_two_folders_are_two_entries() throws IOException {
    write("work/2026-02-01.md", "Work.");
    write("private/2026-02-01.md", "Private.");

    for (String each : List.of("work", "private", "work")) {
      new ImportService(store, USER, BERLIN, folder, false)
          .run(List.of(folder.resolve(each)), ImportFormat.AUTO, soFar -> {}, () -> false);
    }

    assertThat(entries()).extracting(Entry::text).containsExactlyInAnyOrder("Work.", "Private.");
  }

  @Test
  void invalid_files_are_reported_and_the_others_are_imported() throws IOException {
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
    assertThat(reason(result, yaml)).startsWith("front matter is not valid YAML (line 2)");
    assertThat(reason(result, date)).isEqualTo("\"someday\" is not a date");
    assertThat(reason(result, empty)).isEqualTo("empty");
    assertThat(reason(result, binary)).isEqualTo("not text");
    assertThat(reason(result, large)).isEqualTo("larger than 5 MB");
  }

  private static String reason(ImportResult result, Path source) {
    return result.failed().stream()
        .filter(remark -> remark.source().equals(source.toString()))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  @Test
  void malicious_yaml_is_refused() throws IOException {
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
  void legacy_encodings_are_read_with_a_warning() throws IOException {
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
  void hidden_folders_other_files_and_circular_links_are_skipped() throws IOException {
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
        .isEqualTo("can't be read: no such file");
  }

  @Test
  void invalid_front_matter_does_not_affect_other_files() throws IOException {
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
        .startsWith("front matter is not valid YAML");
    assertThat(entries()).flatMap(Entry::tags).containsExactly("bugs");
  }

  @Test
  void unknown_fields_are_listed_in_one_warning() throws IOException {
    write("a.md", "---\ndate: 2026-02-01\nmood: proud\nsummary: We shipped.\n---\nOne.");
    write("b.md", "---\ndate: 2026-02-01\ncreated: 2026-02-01\nmood: calm\nx: []\n---\nTwo.");

    assertThat(run().warnings())
        .containsExactly(new Remark("Front matter", "ignored mood (2 files), summary (1 file)"));
    assertThat(run().warnings()).isEmpty();
  }

  @Test
  @DisabledOnOs({OS.MAC, OS.WINDOWS}) // their file names are not bytes
  void file_names_that_are_not_valid_in_the_systems_encoding_stay_distinct() throws Exception {
    for (String letter : List.of("\\344", "\\366")) {
      String script = "printf 'Words.' > \"$(printf '2026-02-11 T" + letter + "g.md')\"";
      Process shell = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).start();
      assertThat(shell.waitFor()).isZero();
    }
    assertThat(run().imported()).isEqualTo(2);
    assertThat(run().unchanged()).isEqualTo(2);
  }

  @Test
  void a_dry_run_has_the_same_result_and_stores_nothing() throws IOException {
    write("2026-02-01.md", "One.");
    assertThat(run(true, soFar -> {}, () -> false).imported()).isEqualTo(1);
    assertThat(entries()).isEmpty();

    run();
    write("2026-02-01.md", "Two.");
    assertThat(run(true, soFar -> {}, () -> false).updated()).isEqualTo(1);
    assertThat(onlyEntry().text()).isEqualTo("One.");
  }

  @Test
  void progress_is_reported_and_the_import_can_be_cancelled() throws IOException {
    for (int i = 0; i < 1_200; i++) {
      write("n/%04d.md".formatted(i), "---\ndate: 2026-02-01\n---\n" + i);
    }
    AtomicInteger last = new AtomicInteger();

    ImportResult stopped = run(false, soFar -> last.set(soFar.read()), () -> last.get() > 0);

    assertThat(stopped.cancelled()).isTrue();
    assertThat(stopped.imported()).isEqualTo(500).isEqualTo(last.get());
    assertThat(entries()).hasSize(500);
    assertThat(run()).isEqualTo(new ImportResult(700, 0, 500, List.of(), List.of(), false));
  }

  @Test
  void a_missing_path_is_reported() {
    Path nowhere = folder.resolve("nowhere");
    ImportResult result =
        new ImportService(store, USER, BERLIN, folder, false)
            .run(List.of(nowhere), ImportFormat.AUTO, soFar -> {}, () -> false);
    assertThat(result.failed())
        .containsExactly(new Remark(nowhere.toString(), "no such file or folder"));
  }
}
