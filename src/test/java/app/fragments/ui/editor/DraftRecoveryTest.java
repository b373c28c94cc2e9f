package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.StoreHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The drafts of a killed window, compared with the stored fragments.
class DraftRecoveryTest {
  private static final String BASE = "Blocked on the staging database until noon.";

  @TempDir Path folder;
  private EditorFixture world;

  @BeforeEach
  void open() {
    world = new EditorFixture(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void unsaved_text_is_restored() throws IOException {
    leave(BASE + " More.");

    restore();

    assertThat(world.stored("Stand-up")).isEqualTo(BASE + " More.");
    FxThread.await("the user is told", () -> world.navigator.toasts.size() == 1);
  }

  @Test
  void a_draft_older_than_the_stored_text_is_dropped() throws IOException {
    Entry base = leave(BASE + " More.");
    world.services.entries.save(base.withText(base.title(), BASE + " More and more."));
    int before = world.services.all().size();

    restore();

    assertThat(world.stored("Stand-up")).isEqualTo(BASE + " More and more.");
    assertThat(world.services.all()).hasSize(before);
  }

  @Test
  void a_save_whose_response_was_lost_is_not_repeated() throws IOException {
    Entry base = leave("All new");
    Entry saved = world.services.entries.save(base.withText(base.title(), "All new"));

    restore();

    assertThat(world.entry("Stand-up")).isEqualTo(saved);
  }

  @Test
  void removed_text_stays_removed_although_somebody_else_appended_to_it() throws IOException {
    Entry base = leave("Blocked.");
    world.services.entries.save(base.withText(base.title(), BASE + " Theirs."));

    restore();

    assertThat(world.stored("Stand-up")).isEqualTo("Blocked.");
    assertThat(world.stored("Stand-up (other version)")).isEqualTo(BASE + " Theirs.");
  }

  @Test
  void a_changed_day_is_kept_although_the_text_is_older() throws IOException {
    Entry base = world.entry("Stand-up");
    leave(
        new Draft(
            base, base.withText(base.title(), BASE + " M").withDate(base.date().plusDays(1))));
    world.services.entries.save(base.withText(base.title(), BASE + " More."));

    restore();

    assertThat(world.entry("Stand-up").date()).isEqualTo(base.date().plusDays(1));
  }

  @Test
  void drafts_are_restored_after_an_outage_that_interrupted_the_first_attempt() throws IOException {
    leave(BASE + " More.");
    world.services.entries.setUnavailable(true);
    FxThread.run(() -> recovery().start());
    FxThread.await("noticed", () -> world.health.state().get() == StoreHealth.State.UNREACHABLE);

    world.services.entries.setUnavailable(false);
    FxThread.run(world.health::answered);

    FxThread.await("no draft is left", () -> drafts(folder) == 0);
    assertThat(world.stored("Stand-up")).isEqualTo(BASE + " More.");
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

  private DraftRecovery recovery() {
    DraftSaver saver =
        new DraftSaver(() -> world.services.entries, title -> title + " (other version)");
    return new DraftRecovery(world.context, saver, new RecoveryFolder(folder), saved -> {});
  }

  private void restore() {
    FxThread.run(() -> recovery().start());
    FxThread.await("no draft is left", () -> drafts(folder) == 0);
  }

  static long drafts(Path folder) throws IOException {
    if (!Files.exists(folder.resolve("recovery"))) {
      return 0;
    }
    try (Stream<Path> left = Files.walk(folder.resolve("recovery"))) {
      return left.filter(file -> file.toString().endsWith(DraftFolder.SUFFIX)).count();
    }
  }
}
