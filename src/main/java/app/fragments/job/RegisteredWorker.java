package app.fragments.job;

import app.fragments.store.WireName;
import java.time.Instant;

/// A process that runs jobs, as it last announced itself. Times are by the store's clock.
///
/// @param id unique among all processes and times
/// @param workers how many jobs it can run at once
/// @param busy how many it runs
/// @param startedAt when it first announced itself
/// @param seenAt when it last announced itself
public record RegisteredWorker(
    String id,
    Kind kind,
    String host,
    long pid,
    int workers,
    int busy,
    Instant startedAt,
    Instant seenAt) {

  public enum Kind implements WireName {
    WINDOW,
    WORK,
    SERVE
  }
}
