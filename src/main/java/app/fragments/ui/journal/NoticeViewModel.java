package app.fragments.ui.journal;

import app.fragments.ui.common.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which line stands above the list: in the trash its own, else the one that the window has set.
final class NoticeViewModel {
  private final ReadOnlyObjectWrapper<@Nullable ListNotice> shown = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable ListNotice> ofWindow = new SimpleObjectProperty<>();
  private final JournalViewModel journal;
  private final ListNotice ofTrash;

  NoticeViewModel(JournalViewModel journal, Messages messages, Runnable emptyTrash) {
    this.journal = journal;
    ofTrash =
        new ListNotice(
            messages.get("entries.trashNotice"), messages.get("entries.emptyTrash"), emptyTrash);
    journal.snapshot().addListener((o, old, now) -> update());
    ofWindow.addListener((o, old, now) -> update());
  }

  ReadOnlyObjectProperty<@Nullable ListNotice> shown() {
    return shown.getReadOnlyProperty();
  }

  /// What the window has to say, or null.
  ObjectProperty<@Nullable ListNotice> ofWindow() {
    return ofWindow;
  }

  private void update() {
    ListSnapshot snapshot = journal.snapshot().get();
    if (snapshot.filter().scope() == ListScope.TRASH) {
      shown.set(snapshot.count() == 0 ? null : ofTrash);
    } else {
      shown.set(ofWindow.get());
    }
  }
}
