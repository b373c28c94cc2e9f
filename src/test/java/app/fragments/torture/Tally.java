package app.fragments.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Counts the kills and records violations.
final class Tally {

  /// @param interruptedJobs how many of the kills interrupted a job
  record Line(int kills, int interruptedJobs) {}

  private final Map<String, Line> lines = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private int missed;
  private int unacknowledged;
  private int resumedBriefly;

  synchronized void count(Kill kill, boolean busy) {
    Line before = lines.getOrDefault(kill.label(), new Line(0, 0));
    lines.put(
        kill.label(), new Line(before.kills() + 1, before.interruptedJobs() + (busy ? 1 : 0)));
  }

  /// Counts a kill that came too late and will be repeated.
  synchronized void missed() {
    missed++;
  }

  /// Counts a suspended process that was resumed briefly because it blocked the others.
  synchronized void resumedBriefly() {
    resumedBriefly++;
  }

  /// Counts a submit that was not acknowledged.
  synchronized void unacknowledged() {
    unacknowledged++;
  }

  synchronized void require(boolean condition, Supplier<String> violation) {
    if (!condition) {
      violations.add(violation.get());
    }
  }

  synchronized Map<String, Line> lines() {
    return new TreeMap<>(lines);
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  synchronized int kills() {
    return lines.values().stream().mapToInt(Line::kills).sum();
  }

  synchronized String notes() {
    return missed
        + " kills came too late and were repeated; "
        + unacknowledged
        + " submits were not acknowledged; "
        + resumedBriefly
        + " times a suspended process was resumed briefly because it blocked the others";
  }
}
