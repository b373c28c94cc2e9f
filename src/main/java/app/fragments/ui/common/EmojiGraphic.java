package app.fragments.ui.common;

import app.fragments.ui.emoji.EmojiLayer;
import app.fragments.ui.emoji.EmojiPictures;
import javafx.geometry.VPos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Stands in for the text of a label or button that has emoji: the same text, with pictures. The
/// text property keeps the characters.
public final class EmojiGraphic extends Region implements ShortenedText {
  private static final String ELLIPSIS = "…";

  private final Labeled owner;
  private final EmojiLayer emoji;
  private final Text text = new Text();
  private String masked = "";

  private EmojiGraphic(Labeled owner, EmojiPictures pictures) {
    this.owner = owner;
    emoji = new EmojiLayer(pictures, getChildren());
    text.setManaged(false);
    text.setTextOrigin(VPos.TOP);
    text.fontProperty().bind(owner.fontProperty());
    text.fillProperty().bind(owner.textFillProperty());
    text.fontProperty().subscribe(this::requestLayout);
    setMouseTransparent(true);
    getChildren().add(text);
    owner.widthProperty().subscribe(this::requestLayout);
    owner.heightProperty().subscribe(this::requestLayout);
    setMinSize(0, USE_PREF_SIZE);
  }

  /// From now on, shows the emoji of a label or button as pictures. It must have no graphic.
  ///
  /// @return the label
  public static <L extends Labeled> L on(L owner, EmojiPictures pictures) {
    owner.textProperty().subscribe(now -> show(owner, now == null ? "" : now, pictures));
    return owner;
  }

  private static void show(Labeled owner, String words, EmojiPictures pictures) {
    if (pictures.find(words).isEmpty()) {
      if (owner.getGraphic() instanceof EmojiGraphic) {
        owner.setGraphic(null);
        owner.setContentDisplay(ContentDisplay.LEFT);
      }
      return;
    }
    if (!(owner.getGraphic() instanceof EmojiGraphic)) {
      owner.setGraphic(new EmojiGraphic(owner, pictures));
      owner.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
    EmojiGraphic graphic = (EmojiGraphic) owner.getGraphic();
    graphic.masked = graphic.emoji.mask(words);
    graphic.requestLayout();
  }

  @Override
  public String full() {
    return owner.getText();
  }

  @Override
  public boolean isShortened() {
    return !masked.equals(text.getText());
  }

  /// The width for the text, or 0 if it is not known yet.
  private double available() {
    double width = owner.getWidth() > 0 ? owner.getWidth() : owner.getMaxWidth();
    return width > 0
        ? Math.max(0, width - owner.snappedLeftInset() - owner.snappedRightInset())
        : 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    show(masked, 0);
    return snapSizeX(text.getLayoutBounds().getWidth());
  }

  @Override
  protected double computePrefHeight(double width) {
    show(masked, owner.isWrapText() ? available() : 0);
    return snapSizeY(text.getLayoutBounds().getHeight());
  }

  /// The label gives its graphic the preferred size, however small the label is.
  @Override
  protected void layoutChildren() {
    show(masked, owner.isWrapText() ? available() : 0);
    int end = masked.length();
    while (end > 0 && isTooLarge()) {
      end = emoji.startOfEmoji(masked.offsetByCodePoints(end, -1));
      text.setText(masked.substring(0, end).stripTrailing() + ELLIPSIS);
    }
    double middle = (getHeight() - text.getLayoutBounds().getHeight()) / 2;
    text.relocate(
        snapPositionX(Math.max(0, owner.snappedLeftInset() - getLayoutX())),
        snapPositionY(Math.max(middle, owner.snappedTopInset() - getLayoutY())));
    emoji.place(text, end);
  }

  private boolean isTooLarge() {
    double height = owner.getHeight() - owner.snappedTopInset() - owner.snappedBottomInset();
    return owner.isWrapText()
        ? text.getLayoutBounds().getHeight() > height + 1
        : text.getLayoutBounds().getWidth() > available() + 1;
  }

  private void show(String words, double wrappingWidth) {
    text.setWrappingWidth(wrappingWidth);
    text.setText(words);
  }
}
