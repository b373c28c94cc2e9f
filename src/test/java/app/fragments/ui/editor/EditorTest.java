package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.store.StoreUnavailableException;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.StoreHealth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The editor on a store that replies late, never, or with somebody else's text.
class EditorTest {
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
  void text_typed_while_the_open_fragment_is_read_again_stays() throws InterruptedException {
    Entry open = world.open("Stand-up");
    Entry theirs = world.services.entries.save(open.withText("Stand-up", "Theirs"));
    world.gate.hold("find");
    FxThread.run(() -> world.editor.changedElsewhere(theirs.header()));
    world.gate.awaitCall();

    world.write("Mine");
    world.gate.open();

    FxThread.await("stored", () -> world.stored("Stand-up").equals("Mine"));
    world.awaitSaved();
    assertThat(FxThread.call(() -> world.editor.text.get())).isEqualTo("Mine");
    assertThat(world.stored("Stand-up (other version)")).isEqualTo("Theirs");
  }

  @Test
  void going_back_to_the_fragment_that_is_still_shown_loses_nothing() throws InterruptedException {
    Entry shown = world.open("Stand-up");
    Entry other = world.entry("Load test");
    world.gate.hold("find");
    FxThread.run(
        () -> {
          world.editor.open(other.id(), () -> {});
          world.editor.open(shown.id(), () -> {});
          world.editor.text.set("Mine");
        });
    world.gate.awaitCall();
    world.gate.open();

    FxThread.await("stored", () -> world.stored("Stand-up").equals("Mine"));
    world.awaitSaved();
    assertThat(FxThread.call(() -> world.editor.text.get())).isEqualTo("Mine");
  }

  @Test
  void text_typed_while_another_fragment_is_opening_is_saved() throws InterruptedException {
    world.open("Stand-up");
    Entry other = world.entry("Load test");
    world.gate.hold("find");
    FxThread.run(
        () -> {
          world.editor.open(other.id(), () -> {});
          world.editor.text.set("Mine");
        });
    world.gate.awaitCall();
    world.gate.open();

    world.awaitOpen("Load test");
    FxThread.await("stored", () -> world.stored("Stand-up").equals("Mine"));
  }

  @Test
  void a_save_that_ends_an_outage_makes_no_copy_of_the_users_own_text()
      throws InterruptedException {
    world.open("Stand-up");
    int before = world.services.all().size();
    world.gate.hold("save");
    world.write("One");
    world.gate.awaitCall();
    FxThread.run(() -> world.health.failed(new StoreUnavailableException("for the test", null)));
    world.write("One two");

    world.gate.open();

    FxThread.await("stored", () -> world.stored("Stand-up").equals("One two"));
    world.awaitSaved();
    assertThat(world.services.all()).hasSize(before);
  }

  @Test
  void text_typed_during_a_save_is_saved_though_another_fragment_was_opened()
      throws InterruptedException {
    world.open("Stand-up");
    world.gate.hold("save");
    world.write("One");
    world.gate.awaitCall();
    world.write("One two");
    world.open("Load test");

    world.gate.open();

    FxThread.await("stored", () -> world.stored("Stand-up").equals("One two"));
  }

  @Test
  void a_change_that_changes_nothing_starts_no_save() {
    world.open("Stand-up");

    boolean isSame =
        FxThread.call(
            () -> {
              Draft before = world.editor.draft.get();
              world.editor.addTag("");
              world.editor.addTag("STANDUP");
              return world.editor.draft.get() == before;
            });

    assertThat(isSame).isTrue();
  }

  @Test
  void a_save_request_waits_for_earlier_text_but_not_for_later_text() throws InterruptedException {
    Entry open = world.open("Stand-up");
    List<Boolean> results = new ArrayList<>();
    world.gate.hold("save");
    world.write("One");
    world.gate.awaitCall();
    world.write("One two");
    FxThread.run(() -> world.editor.save(List.of(open.id()), results::add));
    world.write("One two three");
    assertThat(FxThread.call(() -> List.copyOf(results))).isEmpty();

    world.gate.open();

    FxThread.await("a result", () -> !results.isEmpty());
    assertThat(results).containsExactly(true);
    assertThat(world.stored("Stand-up")).startsWith("One two");
  }

  @Test
  void a_save_request_is_done_at_once_if_everything_is_saved() {
    Entry open = world.open("Stand-up");
    List<Boolean> results = new ArrayList<>();

    FxThread.run(() -> world.editor.save(List.of(open.id()), results::add));

    assertThat(results).containsExactly(true);
  }

  @Test
  void a_save_request_fails_while_the_store_is_unreachable() {
    Entry open = world.open("Stand-up");
    List<Boolean> results = new ArrayList<>();
    world.services.entries.setUnavailable(true);
    world.write("Mine");

    FxThread.run(() -> world.editor.save(List.of(open.id()), results::add));

    FxThread.await("a result", () -> !results.isEmpty());
    assertThat(results).containsExactly(false);
  }

  @Test
  void a_save_request_times_out_if_the_store_never_answers() throws InterruptedException {
    Entry open = world.open("Stand-up");
    List<Boolean> results = new ArrayList<>();
    world.gate.hold("save");
    world.write("Mine");

    FxThread.run(() -> world.editor.save(List.of(open.id()), results::add));

    world.gate.awaitCall();
    FxThread.await("a result", () -> !results.isEmpty());
    assertThat(results).containsExactly(false);
    world.gate.open();
    world.awaitSaved();
    assertThat(FxThread.call(() -> List.copyOf(results))).hasSize(1);
  }

  @Test
  void a_fragment_clicked_during_an_outage_opens_when_the_store_is_back() {
    world.open("Stand-up");
    Entry wanted = world.entry("Load test");
    List<String> shown = new ArrayList<>();
    world.services.entries.setUnavailable(true);
    FxThread.run(() -> world.editor.open(wanted.id(), () -> shown.add("shown")));

    FxThread.await("noticed", () -> world.health.state().get() == StoreHealth.State.UNREACHABLE);
    FxThread.await("the previous one is hidden", () -> !world.editor.isOpen().get());
    world.services.entries.setUnavailable(false);
    FxThread.run(() -> world.health.answered());

    world.awaitOpen("Load test");
    assertThat(FxThread.call(() -> List.copyOf(shown))).containsExactly("shown");
  }

  @Test
  void the_previous_fragment_is_read_only_while_another_is_opening() {
    world.showPage();
    world.open("Stand-up");
    Entry other = world.entry("Load test");
    world.gate.hold("find");

    boolean editable =
        FxThread.call(
            () -> {
              world.editor.open(other.id(), () -> {});
              return world.text().isEditable();
            });

    assertThat(editable).isFalse();
    FxThread.await("it is hidden", () -> !world.editor.isOpen().get());
    world.gate.open();
    world.awaitOpen("Load test");
    assertThat(FxThread.call(() -> world.text().isEditable())).isTrue();
  }
}
