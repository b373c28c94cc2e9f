package app.fragments.store;

import java.util.Locale;

/// An enum whose constants have a name in the database, in JSON or on the command line.
public interface WireName {
  String name();

  /// The constant's own name in lower case.
  default String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
