package app.fragments.settings;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The contents of the settings file. Secrets (the Gemini key, a MongoDB URI with a password) are
/// in a [SecretStore] instead.
///
/// @param generator `auto` (Gemini if a key is set, otherwise the digest), `gemini` or `digest`
/// @param mongodbUri without a password, or null for the built-in store
/// @param textSize percent of the normal size, see [#TEXT_SIZE]
/// @param askBeforeSending before text is sent to Gemini
/// @param window null before the first start
public record Settings(
    String generator,
    String geminiModel,
    @Nullable String mongodbUri,
    JobSettings jobs,
    Theme theme,
    int textSize,
    boolean askBeforeSending,
    boolean samplesOffered,
    @Nullable WindowState window) {
  public static final Settings DEFAULT =
      new Settings(
          "auto",
          "gemini-flash-latest",
          null,
          JobSettings.DEFAULT,
          Theme.SYSTEM,
          100,
          true,
          false,
          null);

  public static final Range TEXT_SIZE = new Range(80, 160);

  public static final int NORMAL_TEXT_SIZE = 100;
  public static final int TEXT_STEP = 10;

  /// The valid values of a number, both ends included.
  public record Range(int min, int max) {
    public boolean contains(int value) {
      return value >= min && value <= max;
    }

    public int clamp(double value) {
      return Math.clamp(Math.round(value), min, max);
    }
  }

  /// The color scheme; SYSTEM follows the operating system.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// The window's bounds in screen coordinates, and the widths of its panes.
  public record WindowState(
      double x,
      double y,
      double width,
      double height,
      boolean maximized,
      double sidebar,
      double list) {}

  /// A copy with some values changed: `settings.with(copy -> copy.theme = Theme.DARK)`.
  public Settings with(Consumer<Copy> change) {
    Copy copy = new Copy();
    change.accept(copy);
    return new Settings(
        copy.generator,
        copy.geminiModel,
        copy.mongodbUri,
        copy.jobs,
        copy.theme,
        copy.textSize,
        copy.askBeforeSending,
        copy.samplesOffered,
        copy.window);
  }

  /// The values of a copy that is being made.
  public final class Copy {
    public String generator = Settings.this.generator;
    public String geminiModel = Settings.this.geminiModel;
    public @Nullable String mongodbUri = Settings.this.mongodbUri;
    public JobSettings jobs = Settings.this.jobs;
    public Theme theme = Settings.this.theme;
    public int textSize = Settings.this.textSize;
    public boolean askBeforeSending = Settings.this.askBeforeSending;
    public boolean samplesOffered = Settings.this.samplesOffered;
    public @Nullable WindowState window = Settings.this.window;
  }
}
