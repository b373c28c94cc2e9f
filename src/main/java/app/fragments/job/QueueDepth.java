package app.fragments.job;

import java.time.Duration;

/// What the queue holds.
///
/// @param waiting may be claimed now
/// @param delayed wait for their time
/// @param running are leased, and the lease has not run out
/// @param stale are leased, but the lease has run out: the worker vanished
/// @param oldestWait how long the one that has waited longest has been due; nothing where none
///   waits
public record QueueDepth(
    long waiting, long delayed, long running, long stale, Duration oldestWait) {

  public long total() {
    return waiting + delayed + running + stale;
  }
}
