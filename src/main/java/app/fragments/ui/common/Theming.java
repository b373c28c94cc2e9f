package app.fragments.ui.common;

import app.fragments.settings.Settings;
import app.fragments.ui.emoji.EmojiPictures;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Duration;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/// The current theme, text size and motion setting. On the FX thread.
public final class Theming {
  /// The text size at 100 percent, in pixels.
  private static final double BASE_SIZE = 13;

  private static final String CSS = "/app/fragments/fxml/";

  private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
  private final Platform.Preferences system = Platform.getPreferences();
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper textSize = new ReadOnlyIntegerWrapper(100);
  private final EmojiPictures emoji = EmojiPictures.forSystem(System.getProperty("os.name", ""));
  private final CompletableFuture<Void> fonts =
      CompletableFuture.runAsync(Theming::loadFonts, Thread.ofVirtual().name("fonts")::start);
  private Settings.Theme theme;

  /// @param textSize in percent
  public Theming(Settings.Theme theme, int textSize) {
    this.theme = theme;
    this.textSize.set(textSize);
    update();
    setControlTheme(dark.get());
    system.colorSchemeProperty().addListener((o, old, now) -> update());
    dark.addListener((o, old, now) -> setControlTheme(now));
    dark.addListener((o, old, now) -> restyleAll());
    this.textSize.addListener((o, old, now) -> restyleAll());
  }

  public ReadOnlyBooleanProperty dark() {
    return dark.getReadOnlyProperty();
  }

  /// In percent.
  public ReadOnlyIntegerProperty textSize() {
    return textSize.getReadOnlyProperty();
  }

  /// Draws emoji where the system can't.
  public EmojiPictures emoji() {
    return emoji;
  }

  /// The duration of animations: zero if the system asks for reduced motion.
  public Duration motion() {
    return system.isReducedMotion() ? Duration.ZERO : Duration.millis(120);
  }

  /// Scales a length in pixels to the current text size.
  public double scaled(double pixels) {
    return pixels * textSize.get() / 100;
  }

  /// Changes theme and text size in all styled scenes.
  public void apply(Settings.Theme newTheme, int newTextSize) {
    theme = newTheme;
    textSize.set(newTextSize);
    update();
  }

  /// Styles a scene and its popups, now and after each change.
  public void style(Scene scene) {
    fonts.join(); // text laid out without them would not be laid out again
    scenes.add(scene);
    restyle(scene);
  }

  /// Loads the fonts of styled text. Call it before such text is laid out.
  public void loadTextFonts() {
    load("inter/Inter-Italic.otf");
    load("inter/Inter-SemiBoldItalic.otf");
  }

  private void restyleAll() {
    scenes.forEach(this::restyle);
  }

  private void update() {
    dark.set(
        switch (theme) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> system.getColorScheme() == ColorScheme.DARK;
        });
  }

  private static void setControlTheme(boolean dark) {
    Theme controls = dark ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(controls.getUserAgentStylesheetBSS());
  }

  private void restyle(Scene scene) {
    scene
        .getStylesheets()
        .setAll(
            sheet(dark.get() ? "theme-dark" : "theme-light"),
            textSizeSheet(),
            sheet("fragments"),
            sheet("weave"),
            sheet("settings"));
  }

  /// A style sheet instead of a root style, because popups only inherit style sheets.
  private String textSizeSheet() {
    String css =
        String.format(
            Locale.ROOT,
            ".root{-fx-font-size:%.2fpx;}.ikonli-font-icon{-fx-icon-size:%.2fpx;}",
            scaled(BASE_SIZE),
            scaled(16));
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.US_ASCII));
  }

  /// The binary style sheet if the installer's build made one.
  private static String sheet(String name) {
    URL compiled = Theming.class.getResource(CSS + name + ".bss");
    return String.valueOf(
        compiled == null ? Theming.class.getResource(CSS + name + ".css") : compiled);
  }

  /// Creates no nodes: JavaFX numbers pseudo-classes without a lock when the first nodes are
  /// created, so two threads could give `:selected` and `:focus-within` the same number.
  private static void loadFonts() {
    IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance()).resolve("fth-calendar");
    load("inter/Inter-Regular.otf");
    load("inter/Inter-SemiBold.otf");
    load("inter/Inter-Bold.otf");
    load("jetbrains_mono/JetBrainsMono-Regular.ttf");
  }

  private static void load(String name) {
    try (InputStream in = Theming.class.getResourceAsStream("/com/formdev/flatlaf/fonts/" + name)) {
      if (in == null || Font.loadFont(in, BASE_SIZE) == null) {
        throw new IllegalStateException("Missing font: " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
