package app.fragments.ui.editor.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be undone and redone in one text. Typing is undone word by word.
public final class EditHistory {
  static final int MAX_STEPS = 1_000;

  private final Deque<Step> undo = new ArrayDeque<>();
  private final Deque<Step> redo = new ArrayDeque<>();
  private boolean isClosed = true;

  /// A replacement.
  ///
  /// @param isTyped whether it can be joined with the next one
  private record Step(int start, String removed, String inserted, boolean isTyped) {
    int end() {
      return start + inserted.length();
    }

    TextEdit undoing() {
      return new TextEdit(start, end(), removed, start, start + removed.length());
    }

    TextEdit redoing() {
      return TextEdit.of(start, start + removed.length(), inserted, end());
    }
  }

  /// Records an edit.
  ///
  /// @param isComposing whether an input method is at work, whose steps are one edit
  public void add(int start, String removed, String inserted, boolean isComposing) {
    if (removed.equals(inserted)) {
      return;
    }
    redo.clear();
    String changed = removed + inserted;
    boolean isTyped = isComposing || changed.codePointCount(0, changed.length()) == 1;
    Step step = new Step(start, removed, inserted, isTyped);
    Step joined = isClosed || undo.isEmpty() ? null : join(undo.getLast(), step, isComposing);
    if (joined == null) {
      undo.addLast(step);
    } else {
      undo.removeLast();
      undo.addLast(joined);
    }
    if (undo.size() > MAX_STEPS) {
      undo.removeFirst();
    }
    isClosed = !isTyped;
  }

  /// Ends the step in progress: the next edit is undone by itself.
  public void close() {
    isClosed = true;
  }

  public boolean canUndo() {
    return !undo.isEmpty();
  }

  public boolean canRedo() {
    return !redo.isEmpty();
  }

  /// The edit that undoes the last step.
  public Optional<TextEdit> undo() {
    isClosed = true;
    return Optional.ofNullable(undo.pollLast())
        .map(
            step -> {
              redo.addLast(step);
              return step.undoing();
            });
  }

  public Optional<TextEdit> redo() {
    isClosed = true;
    return Optional.ofNullable(redo.pollLast())
        .map(
            step -> {
              undo.addLast(step);
              return step.redoing();
            });
  }

  private static @Nullable Step join(Step last, Step next, boolean isComposing) {
    if (!last.isTyped || !next.isTyped) {
      return null;
    }
    int nextEnd = next.start + next.removed.length();
    if (isComposing && next.start >= last.start && nextEnd <= last.end()) {
      String inserted =
          new StringBuilder(last.inserted)
              .replace(next.start - last.start, nextEnd - last.start, next.inserted)
              .toString();
      return new Step(last.start, last.removed, inserted, true);
    }
    boolean isAppended = next.removed.isEmpty() && next.start == last.end();
    if (isAppended && !last.inserted.isEmpty() && !startsWord(last.inserted, next.inserted)) {
      return new Step(last.start, last.removed, last.inserted + next.inserted, true);
    }
    boolean isErasing = last.inserted.isEmpty() && next.inserted.isEmpty();
    if (isErasing && nextEnd == last.start && !startsWord(next.removed, last.removed)) {
      return new Step(next.start, next.removed + last.removed, "", true);
    }
    return isErasing && next.start == last.start && !startsWord(last.removed, next.removed)
        ? new Step(last.start, last.removed + next.removed, "", true)
        : null;
  }

  /// Whether a word starts between two pieces of text.
  private static boolean startsWord(String before, String after) {
    return isBlank(before.charAt(before.length() - 1)) && !isBlank(after.charAt(0));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c);
  }
}
