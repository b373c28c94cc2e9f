package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.Confirmation;
import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.UiContext;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The list of fragments and the calendar, as the window takes them in.
public final class EntriesModule {
  private final FxmlScreens screens;
  private final JournalViewModel journal;
  private final JournalActions actions;
  private final NoticeViewModel notices;
  private final Messages messages;
  private final RowGestures gestures;
  private final RowMenu menu;
  private final RangePopover range;

  /// @param onOpen hears of each fragment that the user opens, also of the one that is open
  public EntriesModule(
      UiContext context, FxmlScreens screens, Confirmation confirmation, Consumer<EntryId> onOpen) {
    this.screens = screens;
    journal = new JournalViewModel(context);
    gestures = new RowGestures(journal, onOpen);
    actions = new JournalActions(context, journal);
    messages = context.messages();
    menu = new RowMenu(journal, actions, confirmation, messages);
    notices = new NoticeViewModel(journal, messages, menu::emptyTrash);
    range = new RangePopover(screens);
    screens
        .with(
            CalendarController.class,
            () -> new CalendarController(new CalendarViewModel(journal), messages))
        .with(RangeController.class, () -> new RangeController(journal, range));
  }

  public Parent list() {
    EntriesPane pane = new EntriesPane(messages);
    new EntriesController(pane, journal, gestures, menu, range, notices, messages).bind();
    return pane;
  }

  public Parent calendar() {
    return screens.load(Fxml.CALENDAR);
  }

  public JournalViewModel journal() {
    return journal;
  }

  public JournalActions actions() {
    return actions;
  }

  /// A line above the list, or null for none.
  public ObjectProperty<@Nullable ListNotice> notice() {
    return notices.ofWindow();
  }
}
