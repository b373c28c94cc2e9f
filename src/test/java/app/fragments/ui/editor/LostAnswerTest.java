package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryStore;
import app.fragments.store.mongo.ProxiedStores;
import app.fragments.store.mongo.TestStores;
import app.fragments.store.mongo.fault.FaultRule;
import app.fragments.store.mongo.fault.InjectedFault;
import app.fragments.store.mongo.fault.WireCommand;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.common.StoreHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The store applies a save, but its answer never arrives: a real driver and a real server, with a
/// proxy between them.
class LostAnswerTest {
  @RegisterExtension static final TestStores STORES = TestStores.builtIn();

  @TempDir Path folder;
  private EntryStore direct;
  private ProxiedStores proxied;
  private EditorFixture world;
  private Entry open;

  @BeforeEach
  void open_a_fragment() throws IOException {
    direct = STORES.stores().entries();
    open = Journal.write(direct, "2026-02-05", "09:30", "Stand-up", "Blocked.", "standup");
    proxied = STORES.openProxied();
    world = new EditorFixture(folder, proxied.stores().entries());
    FxThread.run(() -> world.editor.open(open.id(), () -> {}));
    world.awaitOpen("Stand-up");
  }

  @AfterEach
  void close() {
    world.close();
    proxied.close();
  }

  @Test
  void newer_words_replace_the_users_own_older_words() {
    loseAnswerOf("One");

    world.write("One two");
    answerAgain();

    awaitStored("One two");
    assertThat(count()).isOne();
    assertThat(world.navigator.toasts).isEmpty();
  }

  @Test
  void removed_words_stay_removed() {
    loseAnswerOf("One two");

    world.write("One");
    answerAgain();

    awaitStored("One");
    assertThat(count()).isOne();
  }

  @Test
  void several_answers_in_a_row_may_be_lost() {
    loseAnswerOf("One");
    loseAnswerOf("One two", 2); // the first write is refused: it is based on the lost save

    world.write("One two three");
    answerAgain();

    awaitStored("One two three");
    assertThat(count()).isOne();
  }

  @Test
  void a_tag_added_elsewhere_on_top_of_the_lost_save_stays() {
    loseAnswerOf("One");
    direct.save(stored().withTags(List.of("standup", "theirs")).withStarred(true));

    world.write("One two");
    answerAgain();

    awaitStored("One two");
    assertThat(count()).isOne();
    assertThat(stored().tags()).containsExactly("standup", "theirs");
    assertThat(stored().starred()).isTrue();
  }

  @Test
  void a_tag_of_the_lost_save_can_be_removed_again() {
    FaultRule rule = loseAnswer(1);
    FxThread.run(() -> world.editor.addTag("wrong"));
    awaitLost(rule);

    FxThread.run(() -> world.editor.removeTag("wrong"));
    world.write("One");
    answerAgain();

    awaitStored("One");
    assertThat(stored().tags()).containsExactly("standup");
  }

  @Test
  void somebody_elses_words_on_top_of_the_lost_save_are_kept() {
    loseAnswerOf("One");
    direct.save(stored().withText("Stand-up", "Theirs"));

    world.write("One two");
    answerAgain();

    awaitStored("One two");
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void a_killed_window_restores_the_newer_words_only() throws IOException {
    loseAnswerOf("One");
    proxied.proxy().goDown();
    world.write("One two");
    FxThread.await("the newest words on disk", () -> draftOnDisk().contains("One two"));
    FxThread.run(world.module::close);
    Path orphan = new RecoveryFolder(folder).others().getFirst();
    List<Draft> left;
    try (DraftFolder drafts = DraftFolder.lock(orphan).orElseThrow()) {
      left = drafts.drafts();
    }

    new DraftSaver(() -> direct, title -> title + " (other version)").save(left.getFirst());

    assertThat(stored().text()).isEqualTo("One two");
    assertThat(count()).isOne();
  }

  private void loseAnswerOf(String text) {
    loseAnswerOf(text, 1);
  }

  /// @param nth the write whose answer is lost
  private void loseAnswerOf(String text, int nth) {
    FaultRule rule = loseAnswer(nth);
    world.write(text);
    answerAgain();
    FxThread.run(() -> world.editor.saveAll());
    awaitLost(rule);
    assertThat(stored().text()).isEqualTo(text);
  }

  private FaultRule loseAnswer(int nth) {
    return proxied
        .proxy()
        .at(
            WireCommand.named("update").and(command -> command.isOn("entries")),
            nth,
            new InjectedFault.LoseReply());
  }

  private String draftOnDisk() throws IOException {
    if (DraftRecoveryTest.drafts(folder) == 0) {
      return "";
    }
    Path own = new RecoveryFolder(folder).others().getFirst();
    return Files.readString(own.resolve(open.id() + DraftFolder.SUFFIX));
  }

  private void awaitLost(FaultRule rule) {
    FxThread.await(
        "the answer is lost",
        () ->
            rule.hasFired()
                && world.health.state().get() == StoreHealth.State.UNREACHABLE
                && world.editor.saveState.get() == EditorViewModel.SaveState.WAITING);
  }

  private void answerAgain() {
    FxThread.run(world.health::answered);
  }

  private void awaitStored(String text) {
    FxThread.await("stored: " + text, () -> stored().text().equals(text));
    world.awaitSaved();
  }

  private Entry stored() {
    return direct.find(FakeUiServices.USER, open.id()).orElseThrow();
  }

  private long count() {
    return direct.count(FakeUiServices.USER, EntryFilter.ALL);
  }
}
