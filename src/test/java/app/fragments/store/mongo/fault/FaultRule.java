package app.fragments.store.mongo.fault;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// The command that a fault applies to: the nth matching one since the rule was set.
public final class FaultRule {
  private final Predicate<WireCommand> which;
  private final int nth;
  private final InjectedFault fault;
  private final AtomicInteger seen = new AtomicInteger();

  FaultRule(Predicate<WireCommand> which, int nth, InjectedFault fault) {
    this.which = which;
    this.nth = nth;
    this.fault = fault;
  }

  boolean strikes(WireCommand command) {
    return which.test(command) && seen.incrementAndGet() == nth;
  }

  InjectedFault fault() {
    return fault;
  }

  /// How many matching commands have passed, including the one with the fault.
  public int seen() {
    return seen.get();
  }

  /// Whether the fault has happened.
  public boolean hasStruck() {
    return seen() >= nth;
  }
}
