package app.fragments.app;

import java.util.Objects;

/// Which version of the program this is.
final class Version {
  private Version() {}

  /// As the jar says, such as "0.1.0"; "development" where it runs from classes.
  static String current() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }
}
