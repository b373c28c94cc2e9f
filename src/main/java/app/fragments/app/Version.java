package app.fragments.app;

import java.util.Objects;

/// The version of the program.
final class Version {
  private Version() {}

  /// As stated in the jar, such as "0.1.0"; "development" when run from classes.
  static String current() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }
}
