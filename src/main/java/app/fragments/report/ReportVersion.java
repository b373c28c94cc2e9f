package app.fragments.report;

import java.time.Instant;

/// A version of a report's text.
///
/// @param number from 1
public record ReportVersion(int number, String markdown, Origin origin, Instant createdAt) {

  /// Whether a generator wove a version or a person edited it.
  public enum Origin {
    WOVEN,
    EDITED
  }
}
