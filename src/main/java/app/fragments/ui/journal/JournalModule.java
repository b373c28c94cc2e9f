package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.Confirmation;
import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.UiContext;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The list of fragments and the calendar as a module of the window.
public final class JournalModule {
  /// A line above the list.
  public record ListNotice(String text, String action, Runnable onAction) {}

  private final Messages messages;
  private final ScreenLoader screens;
  private final Confirmation confirmation;
  private final Consumer<EntryId> onOpen;
  private final JournalViewModel journal;
  private final JournalActions actions;
  private final ObjectProperty<@Nullable ListNotice> notice = new SimpleObjectProperty<>();

  /// @param onOpen called with each fragment that the user opens, even if it is open
  public JournalModule(
      UiContext context,
      ScreenLoader screens,
      Confirmation confirmation,
      Consumer<EntryId> onOpen) {
    this.screens = screens;
    this.confirmation = confirmation;
    this.onOpen = onOpen;
    messages = context.messages();
    journal = new JournalViewModel(context, new JournalIndex());
    actions = new JournalActions(context, journal);
    screens.with(CalendarController.class, () -> new CalendarController(journal, messages));
  }

  public Parent list() {
    RowMenu menu = new RowMenu(journal, actions, confirmation, messages);
    DayRangeController dayRange = new DayRangeController(journal, screens, messages);
    return new EntriesPane(journal, menu, dayRange, notice, messages, onOpen);
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

  public ObjectProperty<@Nullable ListNotice> notice() {
    return notice;
  }
}
