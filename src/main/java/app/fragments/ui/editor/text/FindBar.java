package app.fragments.ui.editor.text;

import app.fragments.ui.common.Messages;
import app.fragments.ui.editor.markdown.FindSession;
import app.fragments.ui.editor.markdown.TextRange;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// Finds words in the open fragment. All hits are marked while the bar is open.
public final class FindBar extends StackPane {
  private final TextPane text;
  private final Messages messages;
  private final FindSession session = new FindSession();
  private final TextField field = new TextField();
  private final Label count = new Label();
  private final Button previous;
  private final Button next;
  private TextPlace before = TextPlace.START;
  private boolean isStepped;

  public FindBar(TextPane text, Messages messages) {
    this.text = text;
    this.messages = messages;
    getStyleClass().add("find-bar");
    field.setPromptText(messages.get("editor.find.prompt"));
    field.setAccessibleText(messages.get("editor.find.prompt"));
    field.getStyleClass().add("find-field");
    field.textProperty().subscribe((old, now) -> search());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldKeyPressed);
    HBox search = new HBox(new FontIcon("fth-search"), field);
    search.getStyleClass().add("find-search");
    HBox.setHgrow(field, Priority.ALWAYS);
    count.getStyleClass().add("find-count");
    previous = button("fth-chevron-up", messages.get("editor.find.previous"), () -> step(-1));
    next = button("fth-chevron-down", messages.get("editor.find.next"), () -> step(1));
    Button close = button("fth-x", messages.get("editor.find.close"), this::close);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(search, count, previous, next, gap, close);
    row.getStyleClass().addAll("reading-column", "find-row");
    getChildren().add(row);
    addEventHandler(KeyEvent.KEY_PRESSED, this::barKeyPressed);
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  /// Opens the bar with the selected text, if it is one line.
  public void open() {
    MarkdownArea area = text.area();
    if (!isVisible()) {
      before = TextPlace.of(area);
      isStepped = false;
    }
    setVisible(true);
    String selected = area.getSelectedText();
    if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
      field.setText(selected);
    }
    search();
    field.selectAll();
    field.requestFocus();
  }

  /// Closes the bar. The caret goes back to where it was, or to the hit that was gone to.
  public void close() {
    if (isVisible()) {
      MarkdownArea area = text.area();
      hide();
      if (isStepped) {
        session.current().ifPresent(hit -> area.selectRange(hit.start(), hit.end()));
        area.requestFollowCaret();
      } else {
        before.restore(area);
      }
      area.requestFocus();
    }
  }

  /// Closes the bar because another fragment is shown.
  public void hide() {
    if (isVisible()) {
      setVisible(false);
      text.area().setHits(AreaStyles.NO_HITS);
    }
  }

  /// Searches again after the text was edited.
  public void textChanged() {
    if (isVisible()) {
      int from = session.current().map(TextRange::start).orElse(before.caret());
      session.search(text.area().getText(), field.getText(), from);
      showHits();
    }
  }

  private void search() {
    if (isVisible()) {
      int from = Math.min(before.anchor(), before.caret());
      session.search(text.area().getText(), field.getText(), from);
      isStepped = false;
      showHits();
      if (session.count() > 0) {
        showCurrent();
      } else {
        before.restore(text.area());
      }
    }
  }

  private void step(int by) {
    if (session.count() > 0) {
      session.step(text.area().getText(), by);
      isStepped = true;
      showHits();
      showCurrent();
    }
  }

  private void showHits() {
    boolean isFound = session.count() > 0;
    previous.setDisable(!isFound);
    next.setDisable(!isFound);
    count.setText(
        isFound
            ? messages.get("editor.find.count", session.index() + 1, session.count())
            : field.getText().isBlank() ? "" : messages.get("editor.find.none"));
    text.area().setHits(session::inLine);
  }

  private void showCurrent() {
    MarkdownArea area = text.area();
    session
        .current()
        .ifPresent(
            hit -> {
              area.moveTo(hit.start());
              area.requestFollowCaret();
            });
  }

  private void fieldKeyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      event.consume();
      step(event.isShiftDown() ? -1 : 1);
    } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      event.consume();
      step(event.getCode() == KeyCode.UP ? -1 : 1);
    } else {
      barKeyPressed(event);
    }
  }

  /// Escape is consumed here, before text fields and the window handle it.
  private void barKeyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      close();
    }
  }

  private static Button button(String icon, String tip, Runnable action) {
    Node graphic = new FontIcon(icon);
    Button button = new Button(null, graphic);
    button.getStyleClass().addAll("flat", "icon-only");
    button.setAccessibleText(tip);
    button.setTooltip(new Tooltip(tip));
    button.setOnAction(event -> action.run());
    return button;
  }
}
