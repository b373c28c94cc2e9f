package app.fragments.generator;

import app.fragments.job.RawAnswer;

/// Port to what writes a report: an AI, or an offline digest.
public interface Generator {

  /// The name in settings, jobs and on the screen, such as `gemini` or `digest`.
  String name();

  /// Writes a report, calling back as it goes. Returns or throws soon (well within a second) after
  /// the cancellation is asked for, whatever it is waiting for.
  ///
  /// @return the whole answer: Markdown with citations `[F1] … [Fn]`
  /// @throws GeneratorException with the kind of failure; never with the key or an entry's text
  RawAnswer generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation)
      throws GeneratorException;

  /// Whether the other side counts the calls, so that they have to keep a [RateLimiter].
  default boolean isMetered() {
    return false;
  }

  /// How many tokens the request would cost, roughly; for showing before it is sent.
  default long estimateTokens(GenerationRequest request) {
    return TokenEstimate.ofCharacters(
        request.entries().stream().mapToLong(entry -> entry.text().length()).sum());
  }
}
