package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class IdlePollerTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final IdlePoller poller = new IdlePoller();
  private final List<StopSignal> waiting = new ArrayList<>();
  private final BlockingQueue<StopSignal> returned = new LinkedBlockingQueue<>();

  /// A worker that waits for an hour, or until another one lets it poll.
  private StopSignal idle() {
    StopSignal worker = new StopSignal();
    waiting.add(worker);
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  poller.idle(worker, LONG);
                  returned.add(worker);
                });
    WorkerFixture.until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    return worker;
  }

  @AfterEach
  void end() {
    waiting.forEach(StopSignal::stop);
  }

  @Test
  void the_first_to_wait_polls_and_the_others_rest() {
    StopSignal first = new StopSignal();
    poller.idle(first, Duration.ofNanos(1)); // returns after its interval
    assertThat(poller.isPolledByAnother(first)).isFalse();
    assertThat(poller.isPolledByAnother(idle())).isTrue();
    assertThat(returned).isEmpty();
  }

  @Test
  void a_poller_that_leaves_wakes_the_next_and_no_other() throws Exception {
    StopSignal first = idle();
    StopSignal second = idle();
    StopSignal third = idle();

    poller.leave(first);

    assertThat(returned.poll(10, TimeUnit.SECONDS)).isSameAs(second);
    assertThat(poller.isPolledByAnother(second)).isFalse();
    assertThat(poller.isPolledByAnother(third)).isTrue();
    assertThat(returned).isEmpty();
  }

  @Test
  void a_resting_worker_that_leaves_changes_nothing_for_the_others() {
    StopSignal first = idle();
    StopSignal second = idle();

    poller.leave(second);

    assertThat(poller.isPolledByAnother(first)).isFalse();
    assertThat(returned).isEmpty();
  }

  @Test
  void once_all_have_left_the_next_to_wait_polls() {
    StopSignal first = idle();
    poller.leave(first);
    StopSignal second = new StopSignal();
    assertThat(poller.isPolledByAnother(second)).isFalse();
    poller.idle(second, Duration.ofNanos(1));
    assertThat(poller.isPolledByAnother(first)).isTrue();
  }

  @Test
  void a_stopped_worker_waits_no_longer() throws Exception {
    StopSignal first = idle();
    first.stop();
    assertThat(returned.poll(10, TimeUnit.SECONDS)).isSameAs(first);
  }
}
