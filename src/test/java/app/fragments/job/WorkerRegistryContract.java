package app.fragments.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tests that every worker registry must pass.
public abstract class WorkerRegistryContract {
  protected abstract WorkerRegistry registry();

  /// Lets time pass for all processes.
  protected abstract void pass(Duration time);

  protected abstract Instant now();

  protected static RegisteredWorker registered(String id, int busy) {
    return new RegisteredWorker(
        id, RegisteredWorker.Kind.WORK, "host", 42, 4, busy, Instant.EPOCH, Instant.EPOCH);
  }

  private List<String> alive() {
    return registry().alive().stream().map(RegisteredWorker::id).toList();
  }

  @Test
  void an_announced_process_is_alive_with_the_stores_time() {
    registry().announce(registered("one", 3));

    RegisteredWorker worker = registry().alive().getFirst();

    assertThat(worker.startedAt()).isBetween(now().minusSeconds(30), now().plusSeconds(1));
    assertThat(worker.seenAt()).isBetween(now().minusSeconds(30), now().plusSeconds(1));
    assertThat(worker)
        .isEqualTo(
            new RegisteredWorker(
                "one",
                RegisteredWorker.Kind.WORK,
                "host",
                42,
                4,
                3,
                worker.startedAt(),
                worker.seenAt()));
  }

  @Test
  void announcing_again_updates_the_process() {
    registry().announce(registered("one", 3));
    Instant started = registry().alive().getFirst().startedAt();
    pass(Duration.ofSeconds(20));
    registry().announce(registered("one", 1));

    assertThat(registry().alive()).hasSize(1);
    assertThat(registry().alive().getFirst().busy()).isOne();
    assertThat(registry().alive().getFirst().seenAt())
        .isAfter(registry().alive().getFirst().startedAt());
    assertThat(started).isNotNull();
  }

  @Test
  void a_process_that_stops_announcing_itself_is_gone_until_it_does_so_again() {
    registry().announce(registered("one", 0));
    pass(WorkerRegistry.ALIVE_FOR.plusSeconds(1));
    registry().announce(registered("two", 0));
    assertThat(alive()).containsExactly("two");

    registry().announce(registered("one", 0));
    assertThat(alive()).containsExactly("one", "two");
  }

  @Test
  void a_withdrawn_process_is_gone_at_once() {
    registry().announce(registered("one", 0));
    registry().announce(registered("two", 0));
    registry().withdraw("one");
    registry().withdraw("unknown");
    assertThat(alive()).containsExactly("two");
  }

  @Test
  void processes_are_listed_oldest_first() {
    registry().announce(registered("z", 0));
    pass(Duration.ofSeconds(5));
    registry().announce(registered("a", 0));
    assertThat(alive()).containsExactly("z", "a");
  }
}
