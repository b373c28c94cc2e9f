package app.fragments.ui.common;

import app.fragments.journal.EntryId;
import javafx.scene.Node;

/// Shows a fragment as it reads, instead of its Markdown. On the FX thread.
public interface ReadView {
  Node node();

  /// Shows a text, at its start if it is another fragment's.
  void show(EntryId id, String markdown);

  FindTarget findTarget();
}
