package app.fragments.store.mongo;

import java.nio.file.Path;

/// Where the journal is stored.
public sealed interface StoreLocation {

  /// In a file of the data folder, which is created if it is missing; needs no setup.
  record BuiltIn(Path folder) implements StoreLocation {}

  /// On a MongoDB server. The URI may contain a password; its path names the database (default
  /// `fragments`).
  record Remote(String uri) implements StoreLocation {
    /// Without the password.
    @Override
    public String toString() {
      return "Remote[" + ConnectionUri.withoutSecret(uri) + "]";
    }
  }
}
