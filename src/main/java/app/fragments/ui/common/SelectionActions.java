package app.fragments.ui.common;

/// Changes the selection, or what the list shows of it. On the FX thread.
public interface SelectionActions {
  void clear();

  /// Shows exactly the selected fragments.
  void showAll();

  /// Deselects what the list doesn't show. Offers Undo.
  void keepShown();
}
