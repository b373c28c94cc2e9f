package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryHeader;
import app.fragments.ui.FxThread;
import app.fragments.ui.parts.WindowFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class JournalViewModelTest {
  private final JournalIndex index = new JournalIndex();
  private WindowFixture world;
  private JournalViewModel journal;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxThread.run(
        () -> {
          world = new WindowFixture();
          journal = new JournalViewModel(world.context, index);
        });
  }

  @AfterEach
  void close() {
    FxThread.run(() -> world.close());
  }

  @Test
  void saving_and_deleting_do_not_block_on_a_snapshot_being_built() {
    List<EntryHeader> week = world.week.stream().map(Entry::header).toList();

    synchronized (index) {
      FxThread.run(() -> journal.updateEntries(week));
      assertThat(FxThread.call(() -> journal.find(week.getFirst().id()))).isEmpty();
    }
    FxThread.await("all are shown", () -> journal.snapshot().get().count() == week.size());

    synchronized (index) {
      FxThread.run(() -> journal.removeEntries(List.of(week.getFirst().id())));
    }
    FxThread.await("one is gone", () -> journal.snapshot().get().count() == week.size() - 1);
  }
}
