package app.fragments.job;

/// What the queue holds.
///
/// @param waiting may be claimed now
/// @param delayed wait for their time
/// @param running are leased, and the lease has not run out
/// @param stale are leased, but the lease has run out: the worker vanished
public record QueueDepth(long waiting, long delayed, long running, long stale) {

  public long total() {
    return waiting + delayed + running + stale;
  }
}
