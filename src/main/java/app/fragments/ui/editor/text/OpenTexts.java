package app.fragments.ui.editor.text;

import app.fragments.journal.EntryId;
import app.fragments.ui.editor.markdown.EditHistory;
import app.fragments.ui.editor.markdown.TextEdit;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is remembered of the fragments that were open last: the history of edits, and where the
/// user was.
final class OpenTexts {
  static final int MAX = 50;

  private final Map<EntryId, OpenText> texts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EntryId, OpenText> eldest) {
          return size() > MAX;
        }
      };

  /// @param text as it was when the fragment was left
  record OpenText(String text, EditHistory history, TextPlace place) {}

  void leave(EntryId id, OpenText text) {
    texts.put(id, text);
  }

  /// What is remembered of a fragment. A change made elsewhere meanwhile is a step of its history.
  OpenText enter(EntryId id, String text) {
    OpenText known = texts.get(id);
    if (known == null) {
      return new OpenText(text, new EditHistory(), TextPlace.START);
    }
    if (!known.text().equals(text)) {
      TextEdit change = TextEdit.between(known.text(), text);
      String removed = known.text().substring(change.start(), change.end());
      known.history().close();
      known.history().add(change.start(), removed, change.replacement(), false);
    }
    return new OpenText(text, known.history(), known.place());
  }
}
