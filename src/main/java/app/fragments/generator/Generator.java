package app.fragments.generator;

import app.fragments.job.RawAnswer;

/// Port to whatever writes reports: an AI, or the offline digest.
public interface Generator {

  /// The name in settings, jobs and the window, such as `gemini` or `digest`.
  String name();

  /// Writes a report and reports progress. Once cancelled, returns or throws well within a second,
  /// whatever it is waiting for.
  ///
  /// @return Markdown with citations `[F1] … [Fn]`
  /// @throws GeneratorException with the kind of failure; never with the key or an entry's text
  RawAnswer generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation)
      throws GeneratorException;

  /// Whether the service limits calls, so that the rate limiter applies.
  default boolean isMetered() {
    return false;
  }

  /// A rough estimate: four characters per token, according to Google's documentation for Gemini.
  static long estimateTokens(long characters) {
    return Math.ceilDiv(characters, 4);
  }
}
