package app.fragments.worker;

/// Elapsed time that no setting of a clock can bend: deadlines and leases are measured by it.
@FunctionalInterface
public interface Ticker {
  Ticker SYSTEM = System::nanoTime;

  /// Nanoseconds since some fixed moment; only differences mean something.
  long nanos();
}
