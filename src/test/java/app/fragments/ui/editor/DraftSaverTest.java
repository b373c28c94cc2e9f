package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryVersion;
import app.fragments.journal.InMemoryEntryStore;
import app.fragments.ui.Journal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftSaverTest {
  private final InMemoryEntryStore store = new InMemoryEntryStore();
  private final DraftSaver saver = new DraftSaver(() -> store, title -> title + " (other version)");
  private final Entry stored = Journal.write(store, "2026-02-07", "11:40", "Retro", "Old", "retro");

  @Test
  void keeps_both_texts_if_somebody_else_saved_first() {
    store.save(stored.withText("Retro", "Theirs"));

    DraftSaver.Outcome outcome =
        saver.save(Draft.of(stored).with(stored.withText("Retro", "Mine")));

    assertThat(outcome.saved().text()).isEqualTo("Mine");
    assertThat(outcome.otherVersions()).hasSize(1);
    assertThat(all())
        .extracting(Entry::title, Entry::text)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Retro", "Mine"),
            org.assertj.core.groups.Tuple.tuple("Retro (other version)", "Theirs"));
  }

  @Test
  void restores_a_permanently_deleted_fragment() {
    store.trash("ada", List.of(stored.id()));
    store.purge("ada", List.of(stored.id()));

    saver.save(Draft.of(stored).with(stored.withText("Retro", "Mine")));

    assertThat(store.find("ada", stored.id())).map(Entry::text).contains("Mine");
  }

  @Test
  void saving_again_after_a_lost_response_adds_nothing() {
    Draft draft = Draft.of(stored).with(stored.withText("Retro", "Mine"));
    saver.save(draft);

    DraftSaver.Outcome again = saver.save(draft);

    assertThat(again.otherVersions()).isEmpty();
    assertThat(all()).hasSize(1);
  }

  @Test
  void a_save_is_added_to_the_history() {
    Entry saved = saver.save(Draft.of(stored).with(stored.withText("Retro", "Mine"))).saved();

    assertThat(store.history().versions("ada", stored.id())).contains(EntryVersion.of(saved));
  }

  @Test
  void a_save_succeeds_without_its_history() {
    store.setHistoryUnavailable(true);

    Entry saved = saver.save(Draft.of(stored).with(stored.withText("Retro", "Mine"))).saved();

    assertThat(store.find("ada", stored.id())).contains(saved);
  }

  private List<Entry> all() {
    return store.findAll(
        "ada", store.list("ada", EntryFilter.ALL, null, 10).stream().map(EntryHeader::id).toList());
  }
}
