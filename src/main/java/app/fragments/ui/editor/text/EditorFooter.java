package app.fragments.ui.editor.text;

import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.editor.markdown.WordCount;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The line below the text: how many words it has, and whether they are saved.
public final class EditorFooter extends StackPane {
  private static final Logger LOG = LoggerFactory.getLogger(EditorFooter.class);

  private final UiContext context;
  private final Label words = new Label();
  private final Label state = new Label();
  private final CoalescingTask<Words> counting;
  private String text = "";
  private String selected = "";

  private record Words(int all, int selected) {}

  public EditorFooter(UiContext context) {
    this.context = context;
    getStyleClass().add("editor-footer");
    words.getStyleClass().add("word-count");
    state.getStyleClass().add("save-state");
    HBox row = new HBox(words, state);
    row.getStyleClass().addAll("reading-column", "editor-footer-row");
    getChildren().add(row);
    counting =
        new CoalescingTask<>(
            context.background(),
            () -> {
              String all = text;
              String part = selected;
              return () -> new Words(WordCount.of(all), WordCount.of(part));
            },
            this::show,
            failure -> LOG.warn("Cannot count words", failure));
  }

  /// Counts the words of a text and of the selected part of it, in the background.
  public void count(String all, String selection) {
    text = all;
    selected = selection;
    counting.refresh();
  }

  /// @param saveState "Saved 14:20", or empty
  public void showState(String saveState) {
    state.setText(saveState.isEmpty() ? "" : "· " + saveState);
  }

  private void show(Words count) {
    words.setText(
        count.selected() > 0
            ? context.messages().get("editor.words.selected", count.selected(), count.all())
            : context.messages().get("editor.words", count.all()));
  }
}
