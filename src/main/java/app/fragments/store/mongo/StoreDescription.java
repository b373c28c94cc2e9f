package app.fragments.store.mongo;

import java.time.Duration;

/// An open store, for the settings page and `doctor`.
///
/// @param place the file, or the address without user and password
/// @param version the server's version, or the MongoDB version that the built-in store implements
/// @param latency how long a ping took
public record StoreDescription(Kind kind, String place, String version, Duration latency) {

  public enum Kind {
    BUILT_IN,
    MONGODB
  }
}
