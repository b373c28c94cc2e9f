package app.fragments.app;

import java.util.Objects;

/// The program's version.
final class Version {
  private Version() {}

  /// The version in the jar's manifest, such as "0.1.0"; "development" when run from classes.
  static String current() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }
}
