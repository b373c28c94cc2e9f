package app.fragments.store.mongo.fault;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// The command that a fault applies to: the nth matching one since the rule was set.
public final class FaultRule {
  private final Predicate<WireCommand> matches;
  private final int nth;
  private final InjectedFault fault;
  private final AtomicInteger seen = new AtomicInteger();

  FaultRule(Predicate<WireCommand> matches, int nth, InjectedFault fault) {
    this.matches = matches;
    this.nth = nth;
    this.fault = fault;
  }

  boolean fires(WireCommand command) {
    return matches.test(command) && seen.incrementAndGet() == nth;
  }

  InjectedFault fault() {
    return fault;
  }

  /// The number of matching commands so far, including the one with the fault.
  public int seen() {
    return seen.get();
  }

  /// Whether the fault has happened.
  public boolean hasFired() {
    return seen() >= nth;
  }
}
