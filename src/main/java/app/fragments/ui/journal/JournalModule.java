package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.UiContext;
import java.util.function.Consumer;
import javafx.scene.Parent;

/// The list of fragments and the calendar as a module of the window.
public final class JournalModule {
  private final UiContext context;
  private final ScreenLoader screens;
  private final Consumer<EntryId> onOpen;
  private final JournalViewModel journal;
  private final JournalActions actions;

  /// @param onOpen called with each fragment that the user opens, even if it is open
  public JournalModule(UiContext context, ScreenLoader screens, Consumer<EntryId> onOpen) {
    this.context = context;
    this.screens = screens;
    this.onOpen = onOpen;
    journal = new JournalViewModel(context, new JournalIndex());
    actions = new JournalActions(context, journal);
    screens.with(
        CalendarController.class, () -> new CalendarController(journal, context.messages()));
  }

  public Parent list() {
    Messages messages = context.messages();
    RowMenu menu = new RowMenu(journal, actions, context);
    DayRangeController dayRange = new DayRangeController(journal, screens, messages);
    return new EntriesPane(journal, actions, menu, dayRange, messages, onOpen);
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
