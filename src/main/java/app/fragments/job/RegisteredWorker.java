package app.fragments.job;

import java.time.Instant;
import java.util.Locale;

/// A process that works on jobs, as it last told the store.
///
/// @param id unique among all processes, also where a name is used again
/// @param kind what it is
/// @param host the machine's name
/// @param pid the process's number there
/// @param workers how many jobs it can run side by side
/// @param busy how many it is running
/// @param startedAt when it first told, by the store's clock
/// @param seenAt when it last told, by the store's clock
public record RegisteredWorker(
    String id,
    Kind kind,
    String host,
    long pid,
    int workers,
    int busy,
    Instant startedAt,
    Instant seenAt) {

  /// What a process with workers is.
  public enum Kind {
    /// The window.
    WINDOW,
    /// `work`.
    WORK,
    /// `serve`.
    SERVE;

    /// The name in JSON and in the database.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
