package app.fragments.ui.common;

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

/// Finds words in a text. All hits are marked while the bar is open.
public final class FindBar extends StackPane {
  private final Messages messages;
  private final TextField field = new TextField();
  private final Label count = new Label();
  private final Button previous;
  private final Button next;
  private FindTarget target;

  public FindBar(FindTarget target, Messages messages) {
    this.target = target;
    this.messages = messages;
    getStyleClass().add("find-bar");
    field.setPromptText(messages.get("find.prompt"));
    field.setAccessibleText(messages.get("find.prompt"));
    field.getStyleClass().add("find-field");
    field.textProperty().subscribe((old, now) -> search());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldKeyPressed);
    HBox search = new HBox(new FontIcon("fth-search"), field);
    search.getStyleClass().add("find-search");
    HBox.setHgrow(field, Priority.ALWAYS);
    count.getStyleClass().add("find-count");
    previous = button("fth-chevron-up", messages.get("find.previous"), () -> step(-1));
    next = button("fth-chevron-down", messages.get("find.next"), () -> step(1));
    Button close = button("fth-x", messages.get("find.close"), this::close);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(search, count, previous, next, gap, close);
    row.getStyleClass().addAll("reading-column", "find-row");
    getChildren().add(row);
    addEventHandler(KeyEvent.KEY_PRESSED, this::barKeyPressed);
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  /// Closes the bar and searches another text from then on.
  public void setTarget(FindTarget next) {
    hide();
    target = next;
  }

  /// Opens the bar with the selected text, if it is one line.
  public void open() {
    String selected = target.begin();
    setVisible(true);
    if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
      field.setText(selected);
    }
    search();
    field.selectAll();
    field.requestFocus();
  }

  /// Opens the bar with these words. The focus stays where it is.
  public void open(String words) {
    target.begin();
    setVisible(true);
    if (field.getText().equals(words)) {
      search();
    } else {
      field.setText(words);
    }
  }

  /// Closes the bar and goes back to the text.
  public void close() {
    if (isVisible()) {
      hide();
      target.leave();
    }
  }

  /// Closes the bar because another text is shown.
  public void hide() {
    if (isVisible()) {
      setVisible(false);
      target.clear();
    }
  }

  /// Searches again after the text was changed.
  public void textChanged() {
    if (isVisible()) {
      show(target.refresh(field.getText()));
    }
  }

  private void search() {
    if (isVisible()) {
      show(target.search(field.getText()));
    }
  }

  private void step(int by) {
    if (!next.isDisabled()) {
      show(target.step(by));
    }
  }

  private void show(FindTarget.Matches hits) {
    boolean isFound = hits.count() > 0;
    previous.setDisable(!isFound);
    next.setDisable(!isFound);
    count.setText(
        isFound
            ? messages.get("find.count", hits.index() + 1, hits.count())
            : field.getText().isBlank() ? "" : messages.get("find.none"));
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
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("flat", "icon-only");
    button.setAccessibleText(tip);
    button.setTooltip(new Tooltip(tip));
    button.setOnAction(event -> action.run());
    return button;
  }
}
