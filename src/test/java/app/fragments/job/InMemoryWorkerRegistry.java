package app.fragments.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The list of working processes in memory, true to its contract.
public final class InMemoryWorkerRegistry implements WorkerRegistry {
  private final StoreClock clock;
  private final List<WorkerPresence> all = new ArrayList<>();

  public InMemoryWorkerRegistry(StoreClock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void announce(WorkerPresence told) {
    var startedAt =
        all.stream()
            .filter(known -> known.id().equals(told.id()))
            .findFirst()
            .map(WorkerPresence::startedAt)
            .orElse(clock.now());
    withdraw(told.id());
    all.add(
        new WorkerPresence(
            told.id(),
            told.kind(),
            told.host(),
            told.pid(),
            told.workers(),
            told.busy(),
            startedAt,
            clock.now()));
  }

  @Override
  public synchronized void withdraw(String id) {
    all.removeIf(known -> known.id().equals(id));
  }

  @Override
  public synchronized List<WorkerPresence> alive() {
    return all.stream()
        .filter(known -> known.seenAt().plus(ALIVE_FOR).isAfter(clock.now()))
        .sorted(Comparator.comparing(WorkerPresence::startedAt))
        .toList();
  }
}
