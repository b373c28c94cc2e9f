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

/// What the editor makes of a store that answers late, or not, or with somebody else's words.
class EditorTest {
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
  void words_typed_while_the_open_fragment_is_read_anew_stay() throws InterruptedException {
    Entry open = world.open("Stand-up");
    Entry theirs = world.services.entries.save(open.withText("Stand-up", "Theirs"));
    world.gate.hold("find");
    FxThread.run(() -> world.editor.changedElsewhere(theirs.header()));
    world.gate.awaitCall();

    world.write("Mine");
    world.gate.open();

    FxThread.await("stored", () -> world.stored("Stand-up").equals("Mine"));
    world.awaitSaved();
    assertThat(FxThread.call(() -> world.editor.text().get())).isEqualTo("Mine");
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
          world.editor.text().set("Mine");
        });
    world.gate.awaitCall();
    world.gate.open();

    FxThread.await("stored", () -> world.stored("Stand-up").equals("Mine"));
    world.awaitSaved();
    assertThat(FxThread.call(() -> world.editor.text().get())).isEqualTo("Mine");
  }

  @Test
  void words_typed_while_another_fragment_is_on_its_way_are_saved() throws InterruptedException {
    world.open("Stand-up");
    Entry other = world.entry("Load test");
    world.gate.hold("find");
    FxThread.run(
        () -> {
          world.editor.open(other.id(), () -> {});
          world.editor.text().set("Mine");
        });
    world.gate.awaitCall();
    world.gate.open();

    world.awaitOpen("Load test");
    FxThread.await("stored", () -> world.stored("Stand-up").equals("Mine"));
  }

  @Test
  void a_save_that_ends_an_outage_makes_no_copy_of_the_users_own_words()
      throws InterruptedException {
    world.open("Stand-up");
    int before = world.services.all().size();
    world.gate.hold("save");
    world.write("One");
    world.gate.awaitCall();
    FxThread.run(() -> world.health.failed(new StoreUnavailableException("away", null)));
    world.write("One two");

    world.gate.open();

    FxThread.await("stored", () -> world.stored("Stand-up").equals("One two"));
    world.awaitSaved();
    assertThat(world.services.all()).hasSize(before);
  }

  @Test
  void words_typed_during_a_save_are_saved_though_the_user_has_gone_elsewhere()
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
  void what_was_written_until_now_is_waited_for_and_what_comes_later_is_not()
      throws InterruptedException {
    Entry open = world.open("Stand-up");
    List<Boolean> told = new ArrayList<>();
    world.gate.hold("save");
    world.write("One");
    world.gate.awaitCall();
    world.write("One two");
    FxThread.run(() -> world.editor.save(List.of(open.id()), told::add));
    world.write("One two three");
    assertThat(FxThread.call(() -> List.copyOf(told))).isEmpty();

    world.gate.open();

    FxThread.await("it is told", () -> !told.isEmpty());
    assertThat(told).containsExactly(true);
    assertThat(world.stored("Stand-up")).startsWith("One two");
  }

  @Test
  void nothing_is_waited_for_where_all_is_saved() {
    Entry open = world.open("Stand-up");
    List<Boolean> told = new ArrayList<>();

    FxThread.run(() -> world.editor.save(List.of(open.id()), told::add));

    assertThat(told).containsExactly(true);
  }

  @Test
  void a_store_that_is_away_is_not_waited_for() {
    Entry open = world.open("Stand-up");
    List<Boolean> told = new ArrayList<>();
    world.services.entries.setAway(true);
    world.write("Mine");

    FxThread.run(() -> world.editor.save(List.of(open.id()), told::add));

    FxThread.await("it is told", () -> !told.isEmpty());
    assertThat(told).containsExactly(false);
  }

  @Test
  void a_store_that_never_answers_is_not_waited_for_long() throws InterruptedException {
    Entry open = world.open("Stand-up");
    List<Boolean> told = new ArrayList<>();
    world.gate.hold("save");
    world.write("Mine");

    FxThread.run(() -> world.editor.save(List.of(open.id()), told::add));

    world.gate.awaitCall();
    FxThread.await("it is told", () -> !told.isEmpty());
    assertThat(told).containsExactly(false);
    world.gate.open();
    world.awaitSaved();
    assertThat(FxThread.call(() -> List.copyOf(told))).hasSize(1);
  }

  @Test
  void what_was_clicked_during_an_outage_comes_when_the_store_is_back() {
    world.open("Stand-up");
    Entry wanted = world.entry("Load test");
    List<String> shown = new ArrayList<>();
    world.services.entries.setAway(true);
    FxThread.run(() -> world.editor.open(wanted.id(), () -> shown.add("shown")));

    FxThread.await("it is noticed", () -> world.health.state().get() == StoreHealth.State.AWAY);
    FxThread.await("the one before is gone", () -> !world.editor.isOpen().get());
    world.services.entries.setAway(false);
    FxThread.run(() -> world.health.answered());

    world.awaitOpen("Load test");
    assertThat(FxThread.call(() -> List.copyOf(shown))).containsExactly("shown");
  }

  @Test
  void the_page_of_the_fragment_before_is_no_place_to_write_while_another_is_on_its_way() {
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
    FxThread.await("it is taken away", () -> !world.editor.isOpen().get());
    world.gate.open();
    world.awaitOpen("Load test");
    assertThat(FxThread.call(() -> world.text().isEditable())).isTrue();
  }
}
