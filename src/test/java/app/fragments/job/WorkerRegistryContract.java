package app.fragments.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tests for every worker registry.
public abstract class WorkerRegistryContract {
  protected abstract WorkerRegistry registry();

  /// Lets time pass for all processes.
  protected abstract void pass(Duration time);

  protected abstract Instant now();

  protected static RegisteredWorker presence(String id, int busy) {
    return new RegisteredWorker(
        id, RegisteredWorker.Kind.WORK, "host", 42, 4, busy, Instant.EPOCH, Instant.EPOCH);
  }

  private List<String> alive() {
    return registry().alive().stream().map(RegisteredWorker::id).toList();
  }

  @Test
  void a_process_that_tells_is_alive_with_what_it_tells_and_the_stores_time() {
    registry().announce(presence("one", 3));

    RegisteredWorker told = registry().alive().getFirst();

    assertThat(told.startedAt()).isBetween(now().minusSeconds(30), now().plusSeconds(1));
    assertThat(told.seenAt()).isBetween(now().minusSeconds(30), now().plusSeconds(1));
    assertThat(told)
        .isEqualTo(
            new RegisteredWorker(
                "one",
                RegisteredWorker.Kind.WORK,
                "host",
                42,
                4,
                3,
                told.startedAt(),
                told.seenAt()));
  }

  @Test
  void one_that_tells_again_is_there_once_with_what_is_new() {
    registry().announce(presence("one", 3));
    Instant started = registry().alive().getFirst().startedAt();
    pass(Duration.ofSeconds(20));
    registry().announce(presence("one", 1));

    assertThat(registry().alive()).hasSize(1);
    assertThat(registry().alive().getFirst().busy()).isOne();
    assertThat(registry().alive().getFirst().seenAt())
        .isAfter(registry().alive().getFirst().startedAt());
    assertThat(started).isNotNull();
  }

  @Test
  void one_that_has_not_told_for_long_counts_as_gone_until_it_tells_again() {
    registry().announce(presence("one", 0));
    pass(WorkerRegistry.ALIVE_FOR.plusSeconds(1));
    registry().announce(presence("two", 0));
    assertThat(alive()).containsExactly("two");

    registry().announce(presence("one", 0));
    assertThat(alive()).containsExactly("one", "two");
  }

  @Test
  void one_that_ended_in_good_order_is_gone_at_once() {
    registry().announce(presence("one", 0));
    registry().announce(presence("two", 0));
    registry().withdraw("one");
    registry().withdraw("never there");
    assertThat(alive()).containsExactly("two");
  }

  @Test
  void the_longest_there_comes_first() {
    registry().announce(presence("z", 0));
    pass(Duration.ofSeconds(5));
    registry().announce(presence("a", 0));
    assertThat(alive()).containsExactly("z", "a");
  }
}
