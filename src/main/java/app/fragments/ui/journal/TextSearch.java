package app.fragments.ui.journal;

import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.journal.ListFilter.ListScope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Searches the whole text of all entries in the store, a moment after the last key. Results of an
/// outdated search are dropped. On the FX thread.
final class TextSearch {
  private static final Duration DELAY = Duration.millis(120);
  private static final int PAGE = 500;

  private final UiContext context;
  private final JournalIndex index;
  private final Runnable onFound;
  private final PauseTransition pause = new PauseTransition(DELAY);
  private volatile EntryFilter wanted = EntryFilter.ALL;
  private Result result = new Result(EntryFilter.ALL, Set.of());

  private record Result(EntryFilter filter, Set<EntryId> ids) {}

  TextSearch(UiContext context, JournalIndex index, Runnable onFound) {
    this.context = context;
    this.index = index;
    this.onFound = onFound;
    CoalescingTask<Result> task =
        new CoalescingTask<>(
            context.background(),
            this::searchWork,
            this::finished,
            e -> context.failed(e, "Cannot search, showing matches in titles and excerpts only"));
    pause.setOnFinished(e -> task.refresh());
  }

  /// Searches for the words of the filter, unless that is the current search.
  void search(ListFilter filter) {
    EntryFilter words = EntryFilter.ALL.withWords(filter.search());
    EntryFilter next = filter.scope() == ListScope.TRASH ? words.inTrash() : words;
    if (!next.equals(wanted)) {
      wanted = next;
      repeat();
    }
  }

  void repeat() {
    if (wanted.words().isEmpty()) {
      pause.stop();
    } else {
      pause.playFromStart();
    }
  }

  /// The entries found by the current search; empty until it has finished.
  Set<EntryId> found() {
    return !wanted.words().isEmpty() && result.filter().equals(wanted) ? result.ids() : Set.of();
  }

  private Callable<Result> searchWork() {
    EntryFilter filter = wanted;
    UiServices services = context.services();
    return () -> {
      Set<EntryId> ids = new HashSet<>();
      Stream<List<EntryHeader>> pages = services.entries().pages(services.userId(), filter, PAGE);
      pages
          .takeWhile(page -> filter.equals(wanted))
          .peek(index::put)
          .forEach(page -> page.forEach(header -> ids.add(header.id())));
      return new Result(filter, ids);
    };
  }

  private void finished(Result next) {
    if (next.filter().equals(wanted)) {
      result = next;
      onFound.run();
    }
  }
}
