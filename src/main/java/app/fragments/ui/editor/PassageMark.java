package app.fragments.ui.editor;

import app.fragments.ui.editor.text.MarkdownArea;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.IndexRange;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Marks the passage that a citation refers to for a while.
final class PassageMark {
  private static final Duration DURATION = Duration.seconds(2);
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("(?:\\]\\([^()\\s]*\\)|[^\\p{L}\\p{N}])+");

  private final Supplier<MarkdownArea> area;
  private final PauseTransition pause = new PauseTransition(DURATION);
  private @Nullable IndexRange marked;

  PassageMark(Supplier<MarkdownArea> area) {
    this.area = area;
    pause.setOnFinished(e -> unmark());
  }

  /// Call it before other keys are handled.
  void install(MarkdownArea text) {
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::unmarkOnKey);
    text.addEventFilter(KeyEvent.KEY_TYPED, e -> unmark());
    text.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, e -> unmark());
  }

  void show(String passage) {
    MarkdownArea text = area.get();
    if (find(text.getText(), passage) instanceof IndexRange range) {
      text.requestFocus();
      text.selectRange(range.getStart(), range.getEnd());
      text.requestFollowCaret();
      marked = range;
      text.pseudoClassStateChanged(MARKED, true);
      pause.playFromStart();
    }
  }

  /// Finds a passage, or null, ignoring case and everything between words: quoting drops the text's
  /// line breaks and Markdown, including the targets of links.
  static @Nullable IndexRange find(String text, String passage) {
    String pattern =
        Arrays.stream(BETWEEN_WORDS.split(passage))
            .filter(word -> !word.isEmpty())
            .map(Pattern::quote)
            .collect(Collectors.joining(BETWEEN_WORDS.pattern()));
    Matcher matcher =
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text);
    return !pattern.isEmpty() && matcher.find()
        ? new IndexRange(matcher.start(), matcher.end())
        : null;
  }

  /// The mark is a selection that typing must not replace: any key except copying and extending the
  /// selection first moves the caret to its end.
  private void unmarkOnKey(KeyEvent event) {
    KeyCode key = event.getCode();
    boolean isCopy =
        key == KeyCode.COPY
            || (event.isShortcutDown() && (key == KeyCode.C || key == KeyCode.INSERT));
    if (marked == null || key.isModifierKey() || isCopy) {
      return;
    }
    if (event.isShiftDown() && key.isNavigationKey()) {
      marked = null; // the selection is now the user's
    }
    unmark();
  }

  private void unmark() {
    MarkdownArea text = area.get();
    pause.stop();
    text.pseudoClassStateChanged(MARKED, false);
    if (text.getSelection().equals(marked)) {
      text.deselect();
    }
    marked = null;
  }
}
