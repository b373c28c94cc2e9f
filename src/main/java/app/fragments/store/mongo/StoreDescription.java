package app.fragments.store.mongo;

import java.time.Duration;

/// What is known of an open store, for the settings page and `doctor`.
///
/// @param kind what it is
/// @param place the file, or the address without user and password
/// @param version the server's version of MongoDB, or the one that the built-in store speaks
/// @param latency how long it took to answer a ping
public record StoreDescription(Kind kind, String place, String version, Duration latency) {

  /// Which store it is.
  public enum Kind {
    BUILT_IN,
    MONGODB
  }
}
