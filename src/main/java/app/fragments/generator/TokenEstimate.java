package app.fragments.generator;

/// A rough count of an AI's tokens from a count of characters, good enough to show before sending.
public final class TokenEstimate {
  /// What Google's documentation gives for Gemini: a token is about four characters.
  private static final int CHARACTERS_PER_TOKEN = 4;

  private TokenEstimate() {}

  public static long ofCharacters(long characters) {
    return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
  }
}
