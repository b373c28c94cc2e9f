package app.fragments.report;

import java.time.Instant;

/// One state of a report's text.
///
/// @param number from 1
/// @param markdown the text with its citations
/// @param origin woven by a generator or edited by a person
/// @param createdAt when
public record ReportVersion(int number, String markdown, Origin origin, Instant createdAt) {

  /// Who made a version.
  public enum Origin {
    WOVEN,
    EDITED
  }
}
