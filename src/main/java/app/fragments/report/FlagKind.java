package app.fragments.report;

import java.util.Locale;

/// What a check found wrong with a place in a report.
public enum FlagKind {
  /// A number that stands in none of the fragments.
  NUMBER,
  /// A date that stands in none of the fragments and is none of their days.
  DATE,
  /// A proper name that stands in none of the fragments.
  NAME,
  /// A link whose address stands in none of the fragments.
  LINK,
  /// A citation of a fragment that was not selected.
  CITATION,
  /// A paragraph or bullet without a citation.
  UNCITED;

  /// The name in JSON and in the database.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind of that name.
  ///
  /// @throws IllegalArgumentException for an unknown one
  public static FlagKind ofWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
