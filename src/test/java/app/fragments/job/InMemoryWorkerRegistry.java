package app.fragments.job;

import app.fragments.store.StoreClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An in-memory worker registry that fulfills the contract of its port.
public final class InMemoryWorkerRegistry implements WorkerRegistry {
  private final StoreClock clock;
  private final List<RegisteredWorker> all = new ArrayList<>();

  public InMemoryWorkerRegistry(StoreClock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void announce(RegisteredWorker worker) {
    var startedAt =
        all.stream()
            .filter(known -> known.id().equals(worker.id()))
            .findFirst()
            .map(RegisteredWorker::startedAt)
            .orElse(clock.now());
    withdraw(worker.id());
    all.add(
        new RegisteredWorker(
            worker.id(),
            worker.kind(),
            worker.host(),
            worker.pid(),
            worker.workers(),
            worker.busy(),
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
