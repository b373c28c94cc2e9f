package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts with an empty journal or with what an earlier window left behind.
class FirstStartTest {
  @TempDir Path folder;
  @TempDir Path copy;

  @Test
  void one_click_adds_samples_and_one_removes_all_but_edited_ones() {
    try (OpenWindow window = new OpenWindow(folder, services -> {})) {
      window.await("the welcome", s -> window.says("Welcome to Fragments"));
      window.clickOn("Add sample fragments");
      window.await("the samples", s -> window.says("Remove samples"));
      int samples = window.services.all().size();
      assertThat(samples).isGreaterThan(30);

      Entry edited = window.services.all().getFirst();
      window.services.entries.save(edited.withText("Mine now", "My words"));
      window.clickOn("Remove samples");
      window.await("the edited sample and its day", s -> window.list().getItems().size() == 2);
      assertThat(window.services.all()).extracting(Entry::title).containsExactly("Mine now");

      window.clickOn("Undo");
      window.await("all samples to be back", s -> window.services.all().size() == samples);
    }
  }

  @Test
  void the_first_fragment_is_one_click_away() {
    try (OpenWindow window = new OpenWindow(folder, services -> {})) {
      window.await("the welcome", s -> window.says("Welcome to Fragments"));
      window.clickOn("Write your first fragment");
      window.write("Hello");

      window.await("saved", s -> window.services.all().size() == 1);
      window.await("no welcome", s -> !window.says("Welcome to Fragments"));
    }
  }

  @Test
  void text_that_a_killed_window_had_not_saved_is_restored() {
    try (OpenWindow window = new OpenWindow(folder, services -> Journal.fill(services.entries))) {
      window.awaitRows();
      window.clickOn("Stand-up");
      window.await("open", s -> window.editorText().startsWith("Blocked"));
      window.services.entries.setUnavailable(true);
      window.click(".editor-text");
      window.type(KeyCode.CONTROL, KeyCode.END);
      window.write(" Unsaved.");
      window.await("the draft on disk", s -> hasDraft(folder));
      copyTree(folder, copy);
      window.services.entries.setUnavailable(false);
    }

    try (OpenWindow next = new OpenWindow(copy, services -> {})) {
      next.await("the message", s -> next.says("Restored 1 unsaved fragment."));
      assertThat(next.services.all())
          .extracting(Entry::text)
          .containsExactly("Blocked on the staging database until noon. Unsaved.");
    }
    assertThat(hasDraft(copy)).isFalse();
  }

  @Test
  void a_large_journal_is_loaded_page_by_page() {
    int count = 4_500; // more than two pages after the first
    try (OpenWindow window =
        new OpenWindow(
            folder,
            services -> {
              for (int i = 0; i < count; i++) {
                Journal.write(services.entries, "2026-02-07", "09:00", "No. " + i, "Words", "");
              }
            })) {
      window.await("all entries and their day", s -> window.list().getItems().size() == count + 1);
    }
  }

  @Test
  void an_unreachable_store_does_not_delay_the_window_and_is_loaded_later() {
    try (OpenWindow window =
        new OpenWindow(
            folder,
            services -> {
              Journal.fill(services.entries);
              services.entries.setUnavailable(true);
            })) {
      window.await("the banner", s -> window.says("Can’t reach your journal"));
      window.await("the sidebar", s -> window.says("All fragments"));

      window.services.entries.setUnavailable(false);
      window.awaitRows();
    }
  }

  private static boolean hasDraft(Path data) {
    try (Stream<Path> files = Files.walk(data)) {
      return files.anyMatch(file -> file.toString().endsWith(".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyTree(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
