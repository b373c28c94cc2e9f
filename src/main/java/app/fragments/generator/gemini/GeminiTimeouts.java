package app.fragments.generator.gemini;

import java.time.Duration;

/// How long to wait for the other side; beside these the whole answer has its own time.
///
/// @param connect for a connection
/// @param silence for the next byte: a model that thinks hard sends nothing for a minute or more
record GeminiTimeouts(Duration connect, Duration silence) {
  static final GeminiTimeouts DEFAULT =
      new GeminiTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(120));
}
