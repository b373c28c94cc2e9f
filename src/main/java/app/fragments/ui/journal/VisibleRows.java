package app.fragments.ui.journal;

import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows of the snapshot on the screen. Showing the next snapshot costs only as much as changed.
/// On the FX thread.
final class VisibleRows extends ObservableListBase<ListRow> {
  private List<ListRow> rows = List.of();

  void show(ListSnapshot next) {
    List<ListRow> before = rows;
    rows = next.rows();
    ListSnapshot.Change change = next.change();
    if (change.isNone()) {
      return;
    }
    int from = change.from();
    List<ListRow> removed = before.subList(from, from + change.removed());
    beginChange();
    if (change.added() == 0) {
      nextRemove(from, removed);
    } else if (change.removed() == 0) {
      nextAdd(from, from + change.added());
    } else {
      nextReplace(from, from + change.added(), removed);
    }
    endChange();
  }

  @Override
  public ListRow get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
