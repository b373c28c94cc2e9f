package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.EntryId;
import app.fragments.ui.FxThread;
import app.fragments.ui.editor.SaveQueue.SaveBarrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SaveBarrierTest {
  private final EntryId one = EntryId.create();
  private final EntryId other = EntryId.create();
  private final List<Boolean> results = new ArrayList<>();

  @BeforeAll
  static void startFx() {
    FxThread.start();
  }

  @Test
  void nothing_to_save_is_done_at_once() {
    FxThread.run(() -> start(Map.of()));

    assertThat(results).containsExactly(true);
  }

  @Test
  void it_waits_for_every_fragment() {
    FxThread.run(
        () -> {
          SaveBarrier barrier = start(Map.of(one, 1, other, 1));
          barrier.saved(one, false);
          assertThat(barrier.isDone()).isFalse();
          assertThat(barrier.isWaitingFor(one)).isFalse();
          barrier.saved(other, false);
        });

    assertThat(results).containsExactly(true);
  }

  @Test
  void a_save_that_lacked_the_newest_text_is_followed_by_another() {
    FxThread.run(
        () -> {
          SaveBarrier barrier = start(Map.of(one, 2));
          barrier.saved(one, true);
          assertThat(barrier.isWaitingFor(one)).isTrue();
          barrier.saved(one, true); // text typed after the barrier was started
        });

    assertThat(results).containsExactly(true);
  }

  @Test
  void one_save_is_enough_if_it_leaves_nothing_to_save() {
    FxThread.run(() -> start(Map.of(one, 2)).saved(one, false));

    assertThat(results).containsExactly(true);
  }

  @Test
  void only_the_failure_of_its_own_fragment_ends_it() {
    FxThread.run(
        () -> {
          SaveBarrier barrier = start(Map.of(one, 1));
          barrier.failed(other);
          assertThat(barrier.isDone()).isFalse();
          barrier.failed(one);
          barrier.saved(one, false);
        });

    assertThat(results).containsExactly(false);
  }

  private SaveBarrier start(Map<EntryId, Integer> savesNeeded) {
    SaveBarrier barrier = new SaveBarrier(savesNeeded, results::add);
    barrier.start();
    return barrier;
  }
}
