package app.fragments.ui.settings;

/// A licence, and what in Fragments is under it.
///
/// @param licence its SPDX identifier, such as "Apache-2.0"
/// @param software each piece of software with its version, and indented below it where it comes
///   from
record LicenceNotice(String licence, String software) {

  /// How many pieces of software are under it.
  long count() {
    return software
        .lines()
        .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
        .count();
  }
}
