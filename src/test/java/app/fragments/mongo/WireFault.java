package app.fragments.mongo;

import app.fragments.mongo.fault.Fault;
import java.time.Duration;

/// The faults that every step of the job protocol is put through.
enum WireFault {
  CUT_BEFORE(new Fault.CutBefore()),
  CUT_DURING(new Fault.CutDuring()),
  ANSWER_LOST(new Fault.LoseAnswer()),
  /// A minute, scaled down.
  OUTAGE(new Fault.Outage(Duration.ofMillis(600))),
  /// A failover to another primary, scaled down.
  NO_PRIMARY(new Fault.Election(Duration.ofMillis(600)));

  private final Fault fault;

  WireFault(Fault fault) {
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
