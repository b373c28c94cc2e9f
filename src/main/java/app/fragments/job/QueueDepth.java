package app.fragments.job;

import java.time.Duration;

/// The number of jobs in the queue.
///
/// @param waiting free and due
/// @param delayed free but not due yet
/// @param running leased
/// @param stale leased, but the lease has expired: the worker died
/// @param oldestWait how long the longest waiting one has been due; zero if none waits
public record QueueDepth(
    long waiting, long delayed, long running, long stale, Duration oldestWait) {

  public long total() {
    return waiting + delayed + running + stale;
  }
}
