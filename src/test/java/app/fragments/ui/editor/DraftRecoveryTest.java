package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.ui.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a dead window left behind, beside what the store has.
class DraftRecoveryTest {
  private static final String BASE = "Blocked on the staging database until noon.";

  @TempDir Path folder;
  private EditorWorld world;

  @BeforeEach
  void open() {
    world = new EditorWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void words_that_were_never_saved_come_back() throws IOException {
    leave(BASE + " More.");

    restore();

    assertThat(world.stored("Stand-up")).isEqualTo(BASE + " More.");
    FxThread.await("it is said", () -> world.navigator.toasts.size() == 1);
  }

  @Test
  void older_words_than_the_store_has_are_let_go() throws IOException {
    Entry base = leave(BASE + " More.");
    world.services.entries.save(base.withText(base.title(), BASE + " More and more."));
    int before = world.services.all().size();

    restore();

    assertThat(world.stored("Stand-up")).isEqualTo(BASE + " More and more.");
    assertThat(world.services.all()).hasSize(before);
  }

  @Test
  void a_save_whose_answer_was_lost_is_not_done_again() throws IOException {
    Entry base = leave("All new");
    Entry saved = world.services.entries.save(base.withText(base.title(), "All new"));

    restore();

    assertThat(world.entry("Stand-up")).isEqualTo(saved);
  }

  @Test
  void words_that_the_user_took_out_stay_out_though_somebody_went_on_with_them()
      throws IOException {
    Entry base = leave("Blocked.");
    world.services.entries.save(base.withText(base.title(), BASE + " Theirs."));

    restore();

    assertThat(world.stored("Stand-up")).isEqualTo("Blocked.");
    assertThat(world.stored("Stand-up (other version)")).isEqualTo(BASE + " Theirs.");
  }

  @Test
  void a_day_that_was_chosen_is_not_let_go_with_older_words() throws IOException {
    Entry base = world.entry("Stand-up");
    leave(
        new Draft(
            base, base.withText(base.title(), BASE + " M").withDate(base.date().plusDays(1))));
    world.services.entries.save(base.withText(base.title(), BASE + " More."));

    restore();

    assertThat(world.entry("Stand-up").date()).isEqualTo(base.date().plusDays(1));
  }

  private Entry leave(String text) throws IOException {
    Entry base = world.entry("Stand-up");
    leave(new Draft(base, base.withText(base.title(), text)));
    return base;
  }

  private void leave(Draft draft) throws IOException {
    try (RecoveryFolder dead = new RecoveryFolder(folder)) {
      dead.sync(Map.of(draft.mine().id(), draft));
    }
  }

  private void restore() {
    DraftSaver saver =
        new DraftSaver(() -> world.services.entries, title -> title + " (other version)");
    FxThread.run(
        () ->
            new DraftRecovery(world.context, saver, new RecoveryFolder(folder), written -> {})
                .watch(world.health));
    FxThread.await("nothing is left", () -> drafts(folder) == 0);
  }

  static long drafts(Path folder) throws IOException {
    if (!Files.exists(folder.resolve("recovery"))) {
      return 0;
    }
    try (Stream<Path> left = Files.walk(folder.resolve("recovery"))) {
      return left.filter(file -> file.toString().endsWith(RecoveryFolder.ENDING)).count();
    }
  }
}
