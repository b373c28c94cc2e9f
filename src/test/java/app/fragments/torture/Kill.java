package app.fragments.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// How one process is killed.
///
/// @param point where, or null to kill once `after` has passed
/// @param occurrence the nth time the point is reached, from 1
/// @param after the delay from when the child is ready, or from its start if `beforeReady`
/// @param beforeReady whether to kill it even if the store is not open yet
/// @param drains for SIGTERM: whether it finishes the current job
record Kill(
    Signal signal,
    KillPoint point,
    int occurrence,
    Duration after,
    boolean beforeReady,
    boolean drains) {

  enum Signal {
    KILL,
    /// Suspend it until its lease has expired, then resume it.
    STOP,
    TERM
  }

  private static final int MAX_OCCURRENCE = 3;
  private static final int MAX_DELAY_MILLIS = 3000;

  private record Kind(Signal signal, KillPoint point) {}

  /// A plan with as many kills of each kind, in random order.
  static List<Kill> plan(long seed, int count) {
    Random random = new Random(seed);
    List<Kind> kinds = kinds();
    List<Kill> plan = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      plan.add(of(kinds.get(i % kinds.size()), i, random));
    }
    Collections.shuffle(plan, random);
    return plan;
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (KillPoint point : KillPoint.values()) {
      kinds.add(new Kind(Signal.KILL, point));
    }
    for (int i = 0; i < 6; i++) {
      kinds.add(new Kind(Signal.KILL, null));
    }
    kinds.add(new Kind(Signal.STOP, KillPoint.ANSWERED));
    kinds.add(new Kind(Signal.STOP, KillPoint.RAW_STORED));
    kinds.add(new Kind(Signal.STOP, null));
    kinds.add(new Kind(Signal.TERM, null));
    return kinds;
  }

  private static Kill of(Kind kind, int number, RandomGenerator random) {
    return new Kill(
        kind.signal(),
        kind.point(),
        kind.point() == KillPoint.RELEASED ? 1 : 1 + random.nextInt(MAX_OCCURRENCE),
        Duration.ofMillis(random.nextInt(MAX_DELAY_MILLIS)),
        kind.signal() == Signal.KILL && random.nextInt(4) == 0,
        kind.point() == null && number / kinds().size() % 2 == 0);
  }

  /// `SIGKILL` the nth time the point is reached.
  static Kill at(KillPoint point, int occurrence) {
    return new Kill(Signal.KILL, point, occurrence, Duration.ZERO, false, false);
  }

  /// The name in the table.
  String label() {
    String how =
        switch (signal) {
          case KILL -> "SIGKILL";
          case STOP -> "SIGSTOP past the lease, SIGCONT";
          case TERM -> drains ? "SIGTERM, drains" : "SIGTERM, releases";
        };
    String where = point != null ? point.toString() : "at a random moment";
    return signal == Signal.TERM ? how : how + ": " + where;
  }
}
