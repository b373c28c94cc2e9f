package app.fragments.store.mongo;

import java.nio.file.Path;

/// Where the journal is kept.
public sealed interface StoreLocation {

  /// In this computer's own file; no set-up.
  ///
  /// @param folder the data folder; made where it is missing
  record BuiltIn(Path folder) implements StoreLocation {}

  /// In a MongoDB, local or remote.
  ///
  /// @param uri a MongoDB connection string, perhaps with a password; its path names the database,
  ///   `fragments` where it has none
  record Remote(String uri) implements StoreLocation {
    /// Never the password.
    @Override
    public String toString() {
      return "Remote[" + ConnectionUri.withoutSecret(uri) + "]";
    }
  }
}
