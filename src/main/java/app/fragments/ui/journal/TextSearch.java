package app.fragments.ui.journal;

import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.PageKey;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the store which entries have the searched words in their whole text, a moment after the
/// last key. Answers to a search that has changed meanwhile are dropped. On the FX thread.
final class TextSearch {
  private static final int PAGE = 500;
  private static final Logger LOG = LoggerFactory.getLogger(TextSearch.class);

  private final UiContext context;
  private final JournalIndex index;
  private final Runnable onFound;
  private final PauseTransition pause;
  private final CoalescingTask<Answer> refresher;
  private volatile EntryFilter asked = EntryFilter.ALL;
  private Answer answer = new Answer(EntryFilter.ALL, Set.of());

  TextSearch(UiContext context, JournalIndex index, Duration delay, Runnable onFound) {
    this.context = context;
    this.index = index;
    this.onFound = onFound;
    pause = new PauseTransition(delay);
    refresher = new CoalescingTask<>(context.background(), this::search, this::take, this::failed);
    pause.setOnFinished(e -> refresher.refresh());
  }

  /// Takes note of what is searched for; asks the store where it has words and is new.
  void search(ListFilter filter) {
    EntryFilter words = EntryFilter.ALL.withWords(filter.search());
    EntryFilter wanted = filter.scope() == ListScope.TRASH ? words.inTrash() : words;
    if (!wanted.equals(asked)) {
      asked = wanted;
      again();
    }
  }

  /// Asks once more for the same: the journal has changed.
  void again() {
    if (asked.words().isEmpty()) {
      pause.stop();
    } else {
      pause.playFromStart();
    }
  }

  /// What the store has found for the words searched for now; empty until it has answered.
  Set<EntryId> found() {
    return !asked.words().isEmpty() && answer.filter().equals(asked) ? answer.ids() : Set.of();
  }

  private Callable<Answer> search() {
    EntryFilter filter = asked;
    return () -> {
      EntryStore store = context.services().entries();
      Set<EntryId> ids = new HashSet<>();
      @Nullable PageKey after = null;
      do {
        List<EntryHeader> page = store.list(context.services().userId(), filter, after, PAGE);
        index.put(page);
        page.forEach(header -> ids.add(header.id()));
        after = page.size() < PAGE ? null : PageKey.after(page.getLast());
      } while (after != null && Objects.equals(filter, asked));
      return new Answer(filter, ids);
    };
  }

  private void take(Answer came) {
    if (came.filter().equals(asked)) {
      answer = came;
      onFound.run();
    }
  }

  private void failed(Exception failure) {
    if (!context.health().failed(failure)) {
      LOG.warn("The search failed, the list shows what titles and first words tell", failure);
    }
  }

  private record Answer(EntryFilter filter, Set<EntryId> ids) {}
}
