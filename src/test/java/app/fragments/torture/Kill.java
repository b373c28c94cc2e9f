package app.fragments.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// How to kill one process.
///
/// @param point where to kill it, or null to kill it when `after` has passed
/// @param arrival which arrival at the point counts, from 1
/// @param after how long after the child is ready, or after its start if `early`
/// @param early whether to kill it possibly before its store is open
/// @param drains for `TERM`: whether the child finishes its running job
record Kill(
    Signal signal, KillPoint point, int arrival, Duration after, boolean early, boolean drains) {

  enum Signal {
    KILL,
    /// Suspended until its lease has expired, then resumed.
    STOP,
    TERM
  }

  private static final int LAST_ARRIVAL = 3;
  private static final int LONGEST_MILLIS = 3000;

  private record Kind(Signal signal, KillPoint point) {}

  /// Plans kills: every kind equally often, in random order.
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
        kind.point() == KillPoint.RELEASED ? 1 : 1 + random.nextInt(LAST_ARRIVAL),
        Duration.ofMillis(random.nextInt(LONGEST_MILLIS)),
        kind.signal() == Signal.KILL && random.nextInt(4) == 0,
        kind.point() == null && number / kinds().size() % 2 == 0);
  }

  /// `SIGKILL` at that arrival at a point.
  static Kill at(KillPoint point, int arrival) {
    return new Kill(Signal.KILL, point, arrival, Duration.ZERO, false, false);
  }

  /// The row label in the table.
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
