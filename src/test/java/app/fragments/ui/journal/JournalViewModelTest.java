package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryHeader;
import app.fragments.ui.parts.FxThread;
import app.fragments.ui.parts.PartsWorld;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class JournalViewModelTest {
  private final JournalIndex index = new JournalIndex();
  private PartsWorld world;
  private JournalViewModel journal;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxThread.run(
        () -> {
          world = new PartsWorld();
          journal = new JournalViewModel(world.context, index);
        });
  }

  @AfterEach
  void close() {
    FxThread.run(() -> world.close());
  }

  @Test
  void what_was_written_or_removed_for_good_does_not_wait_for_the_list_that_is_being_made() {
    List<EntryHeader> week = world.week.stream().map(Entry::header).toList();

    synchronized (index) {
      FxThread.run(() -> journal.updateEntries(week));
      assertThat(FxThread.call(() -> journal.find(week.getFirst().id()))).isEmpty();
    }
    FxThread.until("all are listed", () -> journal.snapshot().get().count() == week.size());

    synchronized (index) {
      FxThread.run(() -> journal.removeEntries(List.of(week.getFirst().id())));
    }
    FxThread.until("one is gone", () -> journal.snapshot().get().count() == week.size() - 1);
  }
}
