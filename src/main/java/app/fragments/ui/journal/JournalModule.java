package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.UiContext;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The list of fragments and the calendar as a module of the window.
public final class JournalModule {
  private final UiContext context;
  private final ScreenLoader screens;
  private final Consumer<EntryId> onOpen;
  private final JournalViewModel journal;
  private final JournalActions actions;
  private @Nullable EntriesPane pane;
  private final DayRangeController dayRange;

  /// @param onOpen called with each fragment that the user opens, even if it is open
  public JournalModule(UiContext context, ScreenLoader screens, Consumer<EntryId> onOpen) {
    this.context = context;
    this.screens = screens;
    this.onOpen = onOpen;
    journal = new JournalViewModel(context, new JournalIndex());
    actions = new JournalActions(context, journal);
    dayRange = new DayRangeController(journal, screens, context.messages());
    screens.with(
        CalendarController.class,
        () -> new CalendarController(journal, dayRange, context.messages()));
  }

  public Parent list() {
    Messages messages = context.messages();
    RowMenu menu = new RowMenu(journal, actions, context);
    pane =
        new EntriesPane(
            journal, actions, menu, dayRange, messages, context.theming().emoji(), onOpen);
    return pane;
  }

  /// The user is about to search.
  public void prepareSearch() {
    journal.search().prepare();
  }

  /// Moves the focus from the search field to the first result.
  public void focusFirst() {
    if (pane != null) {
      pane.focusFirst();
    }
  }

  /// Opens the first result. The focus stays.
  public void openFirst() {
    if (pane != null) {
      pane.openFirst();
    }
  }

  public Parent calendar() {
    return screens.load(FxmlFile.CALENDAR);
  }

  public JournalViewModel journal() {
    return journal;
  }

  public JournalActions actions() {
    return actions;
  }
}
