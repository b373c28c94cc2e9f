package app.fragments.ui.emoji;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The picture of an emoji in a line of text, as large as the text around it.
public final class EmojiView extends Region {
  /// How much of the picture is above the base line.
  private static final double ASCENT = 0.81;

  private final EmojiPictures pictures;
  private final String key;
  private final ImageView view = new ImageView();

  /// Never seen; style sheets give it the font of the text around.
  private final Text font = new Text();

  public EmojiView(EmojiPictures pictures, String key) {
    this.pictures = pictures;
    this.key = key;
    getStyleClass().add("emoji");
    setMouseTransparent(true);
    font.setVisible(false);
    font.setManaged(false);
    view.setManaged(false);
    getChildren().addAll(font, view);
    font.fontProperty().subscribe(this::showSize);
  }

  private void showSize() {
    view.setImage(pictures.image(key, size()));
    view.setFitWidth(size());
    view.setFitHeight(size());
    requestLayout();
  }

  private double size() {
    return Math.round(font.getFont().getSize() * EmojiLayer.SIZE);
  }

  @Override
  protected double computePrefWidth(double height) {
    return size();
  }

  @Override
  protected double computePrefHeight(double width) {
    return size();
  }

  @Override
  public double getBaselineOffset() {
    return size() * ASCENT;
  }
}
