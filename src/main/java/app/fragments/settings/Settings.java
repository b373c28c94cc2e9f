package app.fragments.settings;

import org.jspecify.annotations.Nullable;

/// What is kept in the settings file. Secrets (the Gemini key, a MongoDB URI with its password) are
/// not: they are in a [SecretStore].
///
/// @param generator `auto` (Gemini where a key is known, else the digest), `gemini` or `digest`
/// @param geminiModel the model's name or alias
/// @param mongodbUri the MongoDB to use, its password left out, or null for the built-in store
/// @param pollSeconds how often a running job's record is read, 1 to 60
/// @param jobTimeoutSeconds how long a job may take, 10 to 3600
/// @param workers jobs side by side in the window, 1 to 8
/// @param theme light, dark or as the system has it
/// @param textSize the text's size in percent of the usual one, 80 to 160
/// @param askBeforeSending whether to say what goes to Gemini before it goes there
/// @param samplesOffered whether the sample journal was offered once
/// @param window where the window was, or null before the first time
public record Settings(
    String generator,
    String geminiModel,
    @Nullable String mongodbUri,
    int pollSeconds,
    int jobTimeoutSeconds,
    int workers,
    Theme theme,
    int textSize,
    boolean askBeforeSending,
    boolean samplesOffered,
    @Nullable WindowState window) {
  public static final Settings DEFAULT =
      new Settings(
          "auto", "gemini-flash-latest", null, 2, 180, 2, Theme.SYSTEM, 100, true, false, null);

  public static final Range POLL_SECONDS = new Range(1, 60);
  public static final Range JOB_TIMEOUT_SECONDS = new Range(10, 3_600);
  public static final Range WORKERS = new Range(1, 8);
  public static final Range TEXT_SIZE = new Range(80, 160);

  /// What a number may be, both ends included.
  public record Range(int min, int max) {

    public boolean contains(int value) {
      return value >= min && value <= max;
    }

    /// The nearest whole number in range.
    public int clamp(double value) {
      return Math.clamp(Math.round(value), min, max);
    }
  }

  /// The look of the window.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// Where the window was when it was last closed, in screen coordinates.
  ///
  /// @param sidebar the sidebar's width
  /// @param list the list's width
  public record WindowState(
      double x,
      double y,
      double width,
      double height,
      boolean maximized,
      double sidebar,
      double list) {}

  public Settings withGenerator(String value) {
    return new Settings(
        value,
        geminiModel,
        mongodbUri,
        pollSeconds,
        jobTimeoutSeconds,
        workers,
        theme,
        textSize,
        askBeforeSending,
        samplesOffered,
        window);
  }

  public Settings withGeminiModel(String value) {
    return new Settings(
        generator,
        value,
        mongodbUri,
        pollSeconds,
        jobTimeoutSeconds,
        workers,
        theme,
        textSize,
        askBeforeSending,
        samplesOffered,
        window);
  }

  public Settings withMongodbUri(@Nullable String value) {
    return new Settings(
        generator,
        geminiModel,
        value,
        pollSeconds,
        jobTimeoutSeconds,
        workers,
        theme,
        textSize,
        askBeforeSending,
        samplesOffered,
        window);
  }

  public Settings withPollSeconds(int value) {
    return new Settings(
        generator,
        geminiModel,
        mongodbUri,
        value,
        jobTimeoutSeconds,
        workers,
        theme,
        textSize,
        askBeforeSending,
        samplesOffered,
        window);
  }

  public Settings withJobTimeoutSeconds(int value) {
    return new Settings(
        generator,
        geminiModel,
        mongodbUri,
        pollSeconds,
        value,
        workers,
        theme,
        textSize,
        askBeforeSending,
        samplesOffered,
        window);
  }

  public Settings withWorkers(int value) {
    return new Settings(
        generator,
        geminiModel,
        mongodbUri,
        pollSeconds,
        jobTimeoutSeconds,
        value,
        theme,
        textSize,
        askBeforeSending,
        samplesOffered,
        window);
  }

  public Settings withTheme(Theme value) {
    return new Settings(
        generator,
        geminiModel,
        mongodbUri,
        pollSeconds,
        jobTimeoutSeconds,
        workers,
        value,
        textSize,
        askBeforeSending,
        samplesOffered,
        window);
  }

  public Settings withTextSize(int value) {
    return new Settings(
        generator,
        geminiModel,
        mongodbUri,
        pollSeconds,
        jobTimeoutSeconds,
        workers,
        theme,
        value,
        askBeforeSending,
        samplesOffered,
        window);
  }

  public Settings withAskBeforeSending(boolean value) {
    return new Settings(
        generator,
        geminiModel,
        mongodbUri,
        pollSeconds,
        jobTimeoutSeconds,
        workers,
        theme,
        textSize,
        value,
        samplesOffered,
        window);
  }

  public Settings withSamplesOffered(boolean value) {
    return new Settings(
        generator,
        geminiModel,
        mongodbUri,
        pollSeconds,
        jobTimeoutSeconds,
        workers,
        theme,
        textSize,
        askBeforeSending,
        value,
        window);
  }

  public Settings withWindow(WindowState value) {
    return new Settings(
        generator,
        geminiModel,
        mongodbUri,
        pollSeconds,
        jobTimeoutSeconds,
        workers,
        theme,
        textSize,
        askBeforeSending,
        samplesOffered,
        value);
  }
}
