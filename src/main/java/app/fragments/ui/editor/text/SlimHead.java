package app.fragments.ui.editor.text;

import app.fragments.ui.common.EmojiGraphic;
import app.fragments.ui.emoji.EmojiPictures;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Takes the place of a fragment's head once its text has scrolled: title, date and tags in one
/// line. A click scrolls back to the top.
public final class SlimHead extends StackPane {
  /// How far the text must have scrolled beyond the height of the head, in pixels. A short way more
  /// would scroll back what the smaller head makes room for.
  private static final double BEYOND = 40;

  private final Region head;
  private final Label title = new Label();
  private final Label facts = new Label();
  private final Tooltip tooltip = new Tooltip();
  private boolean isChanging;
  private boolean isFresh;

  /// @param head the full head, shown while this one is not
  public SlimHead(Region head, EmojiPictures emoji) {
    EmojiGraphic.on(title, emoji);
    EmojiGraphic.on(facts, emoji);
    this.head = head;
    getStyleClass().add("slim-head");
    title.getStyleClass().add("slim-title");
    title.setMaxWidth(Double.MAX_VALUE);
    tooltip.textProperty().bind(title.textProperty());
    title.setTooltip(tooltip);
    HBox.setHgrow(title, Priority.ALWAYS);
    facts.getStyleClass().add("slim-facts");
    facts.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(title, facts);
    row.getStyleClass().addAll("reading-column", "slim-row");
    getChildren().add(row);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    head.visibleProperty().bind(visibleProperty().not());
    head.managedProperty().bind(head.visibleProperty());
  }

  /// @param about date and tags
  public void show(String fragmentTitle, String about) {
    title.setText(fragmentTitle);
    facts.setText(about);
  }

  /// Follows the text.
  public void follow(MarkdownArea area) {
    area.estimatedScrollYProperty().addListener((o, old, now) -> scrolled(area));
    setOnMouseClicked(
        event -> {
          area.showParagraphAtTop(0);
          setVisible(false);
        });
  }

  /// Another fragment is shown: its text is where the user left it.
  public void reset() {
    isFresh = true;
    setVisible(false);
  }

  private void scrolled(MarkdownArea area) {
    if (!isChanging) {
      isChanging = true;
      Platform.runLater(
          () -> {
            isChanging = false;
            update(area);
          });
    }
  }

  private void update(MarkdownArea area) {
    double y = area.getEstimatedScrollY();
    if (!isVisible() && y > head.getHeight() + BEYOND && !head.isFocusWithin()) {
      double before = head.getHeight();
      setVisible(true);
      if (!isFresh) { // the text stays where it is on the screen
        area.scrollYBy(prefHeight(-1) - before);
      }
    } else if (isVisible() && y <= 0) {
      setVisible(false);
    }
    isFresh = false;
  }
}
