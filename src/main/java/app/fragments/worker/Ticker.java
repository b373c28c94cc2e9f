package app.fragments.worker;

/// Monotonic time for deadlines and leases.
@FunctionalInterface
public interface Ticker {
  Ticker SYSTEM = System::nanoTime;

  /// Nanoseconds since an arbitrary moment; only differences are meaningful.
  long nanos();
}
