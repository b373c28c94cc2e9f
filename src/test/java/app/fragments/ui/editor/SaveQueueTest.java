package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.store.StoreException;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.StoreHealth;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.Animation;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveQueueTest {
  @TempDir Path folder;
  private final List<String> savedTexts = new CopyOnWriteArrayList<>();
  private final List<EntryId> postponed = new CopyOnWriteArrayList<>();
  private final List<Double> delays = new CopyOnWriteArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger maxRunning = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private EditorFixture world;
  private RecoveryFolder recovery;
  private SaveQueue queue;
  private Entry standUp;
  private Entry loadTest;

  @BeforeEach
  void open() {
    world = new EditorFixture(folder);
    standUp = world.entry("Stand-up");
    loadTest = world.entry("Load test");
    recovery = new RecoveryFolder(folder);
    DraftSaver saver =
        new DraftSaver(() -> counting(world.services.entries()), title -> title + " (other)");
    queue =
        FxThread.call(
            () ->
                new SaveQueue(
                    world.context,
                    saver,
                    recovery,
                    Duration.millis(1),
                    (submitted, outcome) -> savedTexts.add(outcome.saved().text()),
                    this::postponed));
  }

  @AfterEach
  void close() throws IOException {
    world.close();
    recovery.close();
  }

  @Test
  void drafts_are_saved_in_the_order_they_were_written() throws InterruptedException {
    world.gate.hold("save");
    FxThread.run(
        () -> {
          queue.put(draft(standUp, "one"));
          queue.put(draft(loadTest, "two"));
          queue.save(standUp.id());
        });
    world.gate.awaitCall();
    world.gate.open();
    FxThread.await("the first is saved", () -> savedTexts.size() == 1);
    FxThread.run(queue::saveAll);

    awaitAllSaved();

    assertThat(savedTexts).containsExactly("one", "two");
  }

  @Test
  void a_fragment_has_one_save_at_a_time_and_the_newest_text_is_saved_last()
      throws InterruptedException {
    world.gate.hold("save");
    FxThread.run(
        () -> {
          queue.put(draft(standUp, "one"));
          queue.save(standUp.id());
        });
    world.gate.awaitCall();
    FxThread.run(
        () -> {
          for (String text : List.of("one two", "one two three")) {
            queue.put(draft(standUp, text));
            queue.save(standUp.id());
          }
        });
    world.gate.open();
    FxThread.await("the first is saved", () -> savedTexts.size() == 1);
    FxThread.run(queue::saveAll);

    awaitAllSaved();

    assertThat(savedTexts).containsExactly("one", "one two three");
    assertThat(maxRunning).hasValue(1);
    assertThat(world.stored("Stand-up")).isEqualTo("one two three");
  }

  @Test
  void a_draft_without_changes_is_not_saved() {
    FxThread.run(
        () -> {
          queue.put(Draft.of(standUp));
          queue.saveAll();
        });

    assertThat(FxThread.call(() -> queue.unsavedCount.get())).isZero();
    assertThat(attempts).hasValue(0);
  }

  @Test
  void a_refused_save_is_retried_until_it_succeeds() {
    refusals.set(3);

    FxThread.run(
        () -> {
          queue.put(draft(standUp, "one"));
          queue.save(standUp.id());
        });
    awaitAllSaved();

    assertThat(attempts).hasValue(4);
    assertThat(postponed).containsExactly(standUp.id(), standUp.id(), standUp.id());
    assertThat(world.stored("Stand-up")).isEqualTo("one");
  }

  @Test
  void the_retry_delay_doubles_with_each_refusal_and_starts_over_after_a_save() {
    refusals.set(6);
    FxThread.run(
        () -> {
          queue.put(draft(standUp, "one"));
          queue.save(standUp.id());
        });
    awaitAllSaved();
    assertThat(delays).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 16.0);

    delays.clear();
    refusals.set(1);
    FxThread.run(
        () -> {
          queue.put(draft(loadTest, "two"));
          queue.save(loadTest.id());
        });
    awaitAllSaved();
    assertThat(delays).containsExactly(1.0);
  }

  @Test
  void an_outage_is_waited_out_without_retries() {
    world.services.entries.setUnavailable(true);
    FxThread.run(
        () -> {
          queue.put(draft(standUp, "one"));
          queue.put(draft(loadTest, "two"));
          queue.saveAll();
        });
    FxThread.await("both are postponed", () -> postponed.size() == 2);
    assertThat(FxThread.call(() -> world.health.state().get()))
        .isEqualTo(StoreHealth.State.UNREACHABLE);
    assertThat(attempts).hasValue(2);
    assertThat(delays).isEmpty();

    world.services.entries.setUnavailable(false);
    FxThread.run(world.health::answered);

    awaitAllSaved();
    assertThat(world.stored("Stand-up")).isEqualTo("one");
    assertThat(world.stored("Load test")).isEqualTo("two");
  }

  @Test
  void unsaved_text_is_in_the_recovery_folder_when_the_window_closes() throws IOException {
    world.services.entries.setUnavailable(true);
    FxThread.run(
        () -> {
          queue.put(draft(standUp, "one"));
          queue.saveAll();
        });
    FxThread.await("it is on disk", () -> DraftRecoveryTest.drafts(folder) == 1);
    assertThat(FxThread.call(() -> queue.allSaved.get())).isFalse();

    recovery.close();

    Path left = new RecoveryFolder(folder).others().getFirst();
    try (DraftFolder orphan = DraftFolder.lock(left).orElseThrow()) {
      assertThat(orphan.drafts()).extracting(draft -> draft.mine().text()).containsExactly("one");
    }
  }

  @Test
  void text_that_can_be_saved_nowhere_is_at_risk_until_the_disk_can_be_written()
      throws IOException {
    Path blocked = Files.createFile(folder.resolve("recovery")); // where the folder should be
    world.services.entries.setUnavailable(true);
    FxThread.run(
        () -> {
          queue.put(draft(standUp, "one"));
          queue.saveAll();
        });
    FxThread.await("it is at risk", () -> queue.atRisk.get());

    Files.delete(blocked);

    FxThread.await("it is on disk", () -> !queue.atRisk.get());
    assertThat(DraftRecoveryTest.drafts(folder)).isOne();
  }

  @Test
  void a_draft_of_any_length_is_recovered_and_only_its_owner_can_read_it() throws IOException {
    String text = "x".repeat(21_000_000); // more than Jackson reads by default
    world.services.entries.setUnavailable(true);
    FxThread.run(
        () -> {
          queue.put(draft(standUp, text));
          queue.saveAll();
        });
    FxThread.await("it is on disk", () -> DraftRecoveryTest.drafts(folder) == 1);
    recovery.close();

    Path left = new RecoveryFolder(folder).others().getFirst();
    try (DraftFolder orphan = DraftFolder.lock(left).orElseThrow()) {
      assertThat(orphan.drafts()).extracting(draft -> draft.mine().text()).containsExactly(text);
    }
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      for (Path path : List.of(folder.resolve("recovery"), left)) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .isEqualTo("rwx------");
      }
    }
  }

  private Draft draft(Entry stored, String text) {
    return Draft.of(stored).with(stored.withText(stored.title(), text));
  }

  private void awaitAllSaved() {
    FxThread.await("everything is saved", () -> queue.allSaved.get());
  }

  /// Counts saves and refuses some.
  private EntryStore counting(EntryStore store) {
    return (EntryStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {EntryStore.class},
            (proxy, method, args) -> {
              if (!method.getName().equals("save")) {
                return method.invoke(store, args);
              }
              attempts.incrementAndGet();
              maxRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
              try {
                if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                  throw new StoreException("Refused by the test", null);
                }
                return method.invoke(store, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                running.decrementAndGet();
              }
            });
  }

  private void postponed(EntryId id) {
    postponed.add(id);
    if (queue.retryPause.getStatus() == Animation.Status.RUNNING) {
      delays.add(queue.retryPause.getDuration().toMillis());
    }
  }
}
