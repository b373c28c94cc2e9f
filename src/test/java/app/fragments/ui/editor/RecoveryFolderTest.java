package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryFolderTest {
  @TempDir Path data;

  private final Draft draft =
      new Draft(entry("", ""), entry("Äpfel", "Line one\nline \"two\" 🙂"))
          .with(entry("Äpfel", "Line one\nline \"two\" 🙂").withTags(List.of("a", "b")));

  @Test
  void touches_nothing_until_there_is_something_to_keep() throws IOException {
    try (RecoveryFolder folder = new RecoveryFolder(data)) {
      assertThat(folder.orphans()).isEmpty();
    }
    assertThat(data.resolve("recovery")).doesNotExist();
  }

  @Test
  void the_next_window_finds_what_a_dead_one_left() throws IOException {
    leave(draft);

    try (RecoveryFolder next = new RecoveryFolder(data)) {
      List<OrphanedDraft> orphans = next.orphans();
      assertThat(orphans).hasSize(1);
      assertThat(orphans.getFirst().drafts()).containsExactly(draft);
      orphans.getFirst().done(draft);
      orphans.getFirst().close();
      assertThat(next.orphans()).isEmpty();
    }
  }

  @Test
  void leaves_the_words_of_a_window_that_is_open_alone() throws IOException {
    try (RecoveryFolder open = new RecoveryFolder(data);
        RecoveryFolder other = new RecoveryFolder(data)) {
      open.sync(unsaved(draft));

      assertThat(other.orphans()).isEmpty();
    }
  }

  @Test
  void nothing_stays_of_what_was_saved() throws IOException {
    try (RecoveryFolder folder = new RecoveryFolder(data)) {
      folder.sync(unsaved(draft));
      folder.sync(Map.of());
    }
    try (Stream<Path> left = Files.walk(data)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void a_broken_file_is_left_there_and_the_others_are_read() throws IOException {
    leave(draft);
    Path folder;
    try (Stream<Path> folders = Files.list(data.resolve("recovery"))) {
      folder = folders.findFirst().orElseThrow();
    }
    Files.writeString(folder.resolve("broken.json"), "{\"base\":");

    try (RecoveryFolder next = new RecoveryFolder(data)) {
      OrphanedDraft orphan = next.orphans().getFirst();
      assertThat(orphan.drafts()).containsExactly(draft);
      orphan.done(draft);
      orphan.close();
    }
    assertThat(folder.resolve("broken.json")).exists();
  }

  private void leave(Draft left) throws IOException {
    try (RecoveryFolder dead = new RecoveryFolder(data)) {
      dead.sync(unsaved(left));
    }
  }

  private static Map<EntryId, Draft> unsaved(Draft draft) {
    return Map.of(draft.mine().id(), draft);
  }

  private static Entry entry(String title, String text) {
    return Entry.write(
            "ada",
            LocalDate.parse("2026-02-07"),
            ZoneOffset.UTC,
            Instant.parse("2026-02-07T12:00:00Z"),
            title,
            text)
        .withId(new EntryId("11111111-2222-3333-4444-555555555555"));
  }
}
