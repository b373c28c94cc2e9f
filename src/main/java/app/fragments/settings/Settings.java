package app.fragments.settings;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The contents of the settings file. Secrets (the Gemini key, a MongoDB URI with a password) are
/// in a [SecretStore] instead.
///
/// @param generator `auto` (Gemini if a key is set, otherwise the digest), `gemini` or `digest`
/// @param mongodbUri without a password, or null for the built-in store
/// @param textSize percent of the normal size, see [#TEXT_SIZE]
/// @param askBeforeSending whether to ask before text is sent to Gemini
/// @param samplesOffered whether the sample journal was offered before
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

  public Settings withGenerator(String value) {
    return with(copy -> copy.generator = value);
  }

  public Settings withGeminiModel(String value) {
    return with(copy -> copy.geminiModel = value);
  }

  public Settings withMongodbUri(@Nullable String value) {
    return with(copy -> copy.mongodbUri = value);
  }

  public Settings withJobs(JobSettings value) {
    return with(copy -> copy.jobs = value);
  }

  public Settings withTheme(Theme value) {
    return with(copy -> copy.theme = value);
  }

  public Settings withTextSize(int value) {
    return with(copy -> copy.textSize = value);
  }

  public Settings withAskBeforeSending(boolean value) {
    return with(copy -> copy.askBeforeSending = value);
  }

  public Settings withSamplesOffered(boolean value) {
    return with(copy -> copy.samplesOffered = value);
  }

  public Settings withWindow(WindowState value) {
    return with(copy -> copy.window = value);
  }

  private Settings with(Consumer<Copy> change) {
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

  private final class Copy {
    String generator = Settings.this.generator;
    String geminiModel = Settings.this.geminiModel;
    @Nullable String mongodbUri = Settings.this.mongodbUri;
    JobSettings jobs = Settings.this.jobs;
    Theme theme = Settings.this.theme;
    int textSize = Settings.this.textSize;
    boolean askBeforeSending = Settings.this.askBeforeSending;
    boolean samplesOffered = Settings.this.samplesOffered;
    @Nullable WindowState window = Settings.this.window;
  }
}
