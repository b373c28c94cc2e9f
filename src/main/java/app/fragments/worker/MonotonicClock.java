package app.fragments.worker;

/// Monotonic time for deadlines and leases.
@FunctionalInterface
public interface MonotonicClock {
  MonotonicClock SYSTEM = System::nanoTime;

  /// Nanoseconds since an arbitrary moment; only differences are meaningful.
  long nanos();
}
