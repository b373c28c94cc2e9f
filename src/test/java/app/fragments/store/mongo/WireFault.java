package app.fragments.store.mongo;

import app.fragments.store.mongo.fault.InjectedFault;
import java.time.Duration;

/// The faults that every step of the job protocol must survive.
enum WireFault {
  CUT_BEFORE(new InjectedFault.CutBefore()),
  CUT_DURING(new InjectedFault.CutDuring()),
  REPLY_LOST(new InjectedFault.LoseReply()),
  /// An outage of a minute, scaled down.
  OUTAGE(new InjectedFault.Outage(Duration.ofMillis(600))),
  /// A failover to another primary, scaled down.
  NO_PRIMARY(new InjectedFault.Election(Duration.ofMillis(600)));

  private final InjectedFault fault;

  WireFault(InjectedFault fault) {
    this.fault = fault;
  }

  InjectedFault fault() {
    return fault;
  }
}
