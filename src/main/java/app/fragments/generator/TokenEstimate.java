package app.fragments.generator;

/// Estimates tokens from characters, well enough to show before sending.
public final class TokenEstimate {
  /// According to Google's documentation for Gemini.
  private static final int CHARACTERS_PER_TOKEN = 4;

  private TokenEstimate() {}

  public static long ofCharacters(long characters) {
    return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
  }
}
