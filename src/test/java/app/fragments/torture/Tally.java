package app.fragments.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Counts the kills carried out, and collects what went wrong.
final class Tally {

  /// @param kills how many
  /// @param inHand how many of the killed processes were running a job
  record Line(int kills, int inHand) {}

  private final Map<String, Line> lines = new TreeMap<>();
  private final List<String> findings = new ArrayList<>();
  private int missed;
  private int storeAway;
  private int letGoOn;

  synchronized void count(Kill kill, boolean inHand) {
    Line before = lines.getOrDefault(kill.label(), new Line(0, 0));
    lines.put(kill.label(), new Line(before.kills() + 1, before.inHand() + (inHand ? 1 : 0)));
  }

  /// A kill came too late and will be tried again.
  synchronized void missed() {
    missed++;
  }

  /// A suspended process was resumed for a moment because no worker could take over its job.
  synchronized void letGoOn() {
    letGoOn++;
  }

  /// A submit was not acknowledged.
  synchronized void storeAway() {
    storeAway++;
  }

  synchronized void require(boolean held, Supplier<String> otherwise) {
    if (!held) {
      findings.add(otherwise.get());
    }
  }

  synchronized Map<String, Line> lines() {
    return new TreeMap<>(lines);
  }

  synchronized List<String> findings() {
    return List.copyOf(findings);
  }

  synchronized int kills() {
    return lines.values().stream().mapToInt(Line::kills).sum();
  }

  synchronized String asides() {
    return missed
        + " kills came too late and were tried again; "
        + storeAway
        + " submits were not acknowledged; "
        + letGoOn
        + " times a stopped process was let go on for a moment, nobody having rescued its job";
  }
}
