package app.fragments.settings;

import org.jspecify.annotations.Nullable;

/// What is kept in the settings file. Secrets (the Gemini key, a MongoDB URI with its password) are
/// not: they are in a [SecretStore].
///
/// @param generator `auto` (Gemini where a key is known, else the digest), `gemini` or `digest`
/// @param geminiModel the model's name or alias
/// @param mongodbUri the MongoDB to use, its password left out, or null for the built-in store
/// @param jobs what is set about jobs
/// @param theme light, dark or as the system has it
/// @param textSize the text's size in percent of the usual one, 80 to 160
/// @param askBeforeSending whether to say what goes to Gemini before it goes there
/// @param samplesOffered whether the sample journal was offered once
/// @param window where the window was, or null before the first time
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
        jobs,
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
        jobs,
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
        jobs,
        theme,
        textSize,
        askBeforeSending,
        samplesOffered,
        window);
  }

  public Settings withJobs(JobSettings value) {
    return new Settings(
        generator,
        geminiModel,
        mongodbUri,
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
        jobs,
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
        jobs,
        theme,
        value,
        askBeforeSending,
        samplesOffered,
        window);
  }

  public Settings withAskBeforeSending(boolean value) {
    return new Settings(
        generator, geminiModel, mongodbUri, jobs, theme, textSize, value, samplesOffered, window);
  }

  public Settings withSamplesOffered(boolean value) {
    return new Settings(
        generator, geminiModel, mongodbUri, jobs, theme, textSize, askBeforeSending, value, window);
  }

  public Settings withWindow(WindowState value) {
    return new Settings(
        generator,
        geminiModel,
        mongodbUri,
        jobs,
        theme,
        textSize,
        askBeforeSending,
        samplesOffered,
        value);
  }
}
