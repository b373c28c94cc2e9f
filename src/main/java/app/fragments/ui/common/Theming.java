package app.fragments.ui.common;

import app.fragments.settings.Settings;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The look in force: light or dark, and how large the text is. On the FX thread.
public final class Theming {
  /// Inter's text size at 100 percent, in pixels.
  private static final double BASE_SIZE = 13;

  private static final String CSS = "/app/fragments/fxml/";
  private static final String FONTS = "/com/formdev/flatlaf/fonts/";

  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper textSize = new ReadOnlyIntegerWrapper(100);
  private final ChangeListener<ColorScheme> systemListener = (o, old, now) -> update();
  private Settings.Theme theme = Settings.Theme.SYSTEM;

  public Theming() {
    List.of("inter/Inter-Regular.otf", "inter/Inter-SemiBold.otf", "inter/Inter-Bold.otf")
        .forEach(Theming::load);
    Platform.getPreferences().colorSchemeProperty().addListener(systemListener);
    update();
  }

  /// Whether the dark look is in force.
  public ReadOnlyBooleanProperty dark() {
    return dark.getReadOnlyProperty();
  }

  /// The text's size in percent of the usual one.
  public ReadOnlyIntegerProperty textSize() {
    return textSize.getReadOnlyProperty();
  }

  /// Puts a theme and a text size in force, in every scene that was handed to [#style].
  public void apply(Settings.Theme newTheme, int newTextSize) {
    theme = newTheme;
    textSize.set(newTextSize);
    update();
  }

  /// Gives a scene the look in force, now and whenever it changes.
  public void style(Scene scene) {
    dark.addListener((o, old, now) -> restyle(scene));
    textSize.addListener((o, old, now) -> restyle(scene));
    restyle(scene);
  }

  private void update() {
    dark.set(
        switch (theme) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
    Application.setUserAgentStylesheet(
        dark.get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  private void restyle(Scene scene) {
    scene
        .getStylesheets()
        .setAll(
            sheet(dark.get() ? "theme-dark.css" : "theme-light.css"),
            sheet("fragments.css"),
            sheet("weave.css"),
            sheet("settings.css"));
    scene.getRoot().setStyle("-fx-font-size: " + BASE_SIZE * textSize.get() / 100 + "px;");
  }

  private static String sheet(String name) {
    return String.valueOf(Theming.class.getResource(CSS + name));
  }

  private static void load(String name) {
    try (InputStream in = Theming.class.getResourceAsStream(FONTS + name)) {
      if (in == null || Font.loadFont(in, BASE_SIZE) == null) {
        throw new IllegalStateException("The font is missing: " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
