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
  void creates_nothing_until_there_is_a_draft() throws IOException {
    try (RecoveryFolder folder = new RecoveryFolder(data)) {
      folder.sync(Map.of());
      assertThat(folder.others()).isEmpty();
    }
    assertThat(data.resolve("recovery")).doesNotExist();
  }

  @Test
  void the_next_window_finds_the_drafts_of_a_dead_one() throws IOException {
    leave(draft);

    try (RecoveryFolder next = new RecoveryFolder(data)) {
      assertThat(next.others()).hasSize(1);
      try (DraftFolder orphan = DraftFolder.lock(next.others().getFirst()).orElseThrow()) {
        assertThat(orphan.drafts()).containsExactly(draft);
        orphan.delete(draft.mine().id());
      }
      assertThat(next.others()).isEmpty();
    }
  }

  @Test
  void the_drafts_of_an_open_window_are_locked() throws IOException {
    try (RecoveryFolder open = new RecoveryFolder(data);
        RecoveryFolder next = new RecoveryFolder(data)) {
      open.sync(unsaved(draft));

      assertThat(DraftFolder.lock(next.others().getFirst())).isEmpty();
      assertThat(open.others()).isEmpty();
    }
  }

  @Test
  void the_newest_draft_replaces_the_older_one() throws IOException {
    Draft newer = draft.with(draft.mine().withText("Äpfel", "Line three"));
    try (RecoveryFolder folder = new RecoveryFolder(data)) {
      folder.sync(unsaved(draft));
      folder.sync(unsaved(newer));
    }

    try (DraftFolder orphan = DraftFolder.lock(onlyFolder()).orElseThrow()) {
      assertThat(orphan.drafts()).containsExactly(newer);
    }
  }

  @Test
  void saved_drafts_are_deleted() throws IOException {
    try (RecoveryFolder folder = new RecoveryFolder(data)) {
      folder.sync(unsaved(draft));
      folder.sync(Map.of());
    }
    try (Stream<Path> left = Files.walk(data)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void a_draft_can_be_written_and_deleted_after_closing() throws IOException {
    RecoveryFolder folder = new RecoveryFolder(data);
    folder.sync(unsaved(draft));
    folder.close();

    folder.sync(Map.of());
    folder.sync(unsaved(draft));
    folder.close();

    try (DraftFolder orphan = DraftFolder.lock(onlyFolder()).orElseThrow()) {
      assertThat(orphan.drafts()).containsExactly(draft);
    }
  }

  @Test
  void a_corrupt_file_stays_and_the_others_are_read() throws IOException {
    leave(draft);
    Path folder = onlyFolder();
    Files.writeString(folder.resolve("broken.json"), "{\"base\":");

    try (DraftFolder orphan = DraftFolder.lock(folder).orElseThrow()) {
      assertThat(orphan.drafts()).containsExactly(draft);
      orphan.delete(draft.mine().id());
    }
    assertThat(folder.resolve("broken.json")).exists();
  }

  private Path onlyFolder() throws IOException {
    try (Stream<Path> folders = Files.list(data.resolve("recovery"))) {
      return folders.findFirst().orElseThrow();
    }
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
