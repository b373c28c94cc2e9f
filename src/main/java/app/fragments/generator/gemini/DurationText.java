package app.fragments.generator.gemini;

import java.time.Duration;

/// Durations in sentences.
final class DurationText {
  private DurationText() {}

  /// "1 second", "180 seconds"; less than a second counts as one.
  static String seconds(Duration duration) {
    long seconds = Math.max(1, duration.plusMillis(999).toSeconds());
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }
}
