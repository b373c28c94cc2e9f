package app.fragments.store.mongo;

import java.nio.file.Path;

/// Where the journal is stored.
public sealed interface StoreLocation {

  /// In a file on this computer; needs no setup.
  ///
  /// @param folder the data folder; created if it is missing
  record BuiltIn(Path folder) implements StoreLocation {}

  /// In a MongoDB, local or remote.
  ///
  /// @param uri a MongoDB connection string, perhaps with a password; its path names the database
  ///   (default `fragments`)
  record Remote(String uri) implements StoreLocation {
    /// Without the password.
    @Override
    public String toString() {
      return "Remote[" + ConnectionUri.withoutSecret(uri) + "]";
    }
  }
}
