package app.fragments.report;

import java.util.Locale;

/// What is wrong with a place in a report.
public enum FlagKind {
  /// A number that is in none of the fragments.
  NUMBER,
  /// A date that no fragment has or mentions.
  DATE,
  /// A proper name that is in none of the fragments.
  NAME,
  /// A link whose address is in none of the fragments.
  LINK,
  /// A citation of a fragment that was not selected.
  CITATION,
  /// A paragraph or bullet without a citation.
  UNCITED;

  /// The name in JSON and in the database.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException for an unknown name
  public static FlagKind ofWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
