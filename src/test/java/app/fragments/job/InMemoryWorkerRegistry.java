package app.fragments.job;

import app.fragments.store.StoreClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An in-memory worker registry that fulfills the port's contract.
public final class InMemoryWorkerRegistry implements WorkerRegistry {
  private final StoreClock clock;
  private final List<RegisteredWorker> all = new ArrayList<>();

  public InMemoryWorkerRegistry(StoreClock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void announce(RegisteredWorker told) {
    var startedAt =
        all.stream()
            .filter(known -> known.id().equals(told.id()))
            .findFirst()
            .map(RegisteredWorker::startedAt)
            .orElse(clock.now());
    withdraw(told.id());
    all.add(
        new RegisteredWorker(
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
  public synchronized List<RegisteredWorker> alive() {
    return all.stream()
        .filter(known -> known.seenAt().plus(ALIVE_FOR).isAfter(clock.now()))
        .sorted(Comparator.comparing(RegisteredWorker::startedAt))
        .toList();
  }
}
