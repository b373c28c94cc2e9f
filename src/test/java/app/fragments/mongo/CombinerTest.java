package app.fragments.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombinerTest {
  private final List<List<Integer>> commands = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch firstIsOnItsWay = new CountDownLatch(1);
  private final CountDownLatch firstMayGo = new CountDownLatch(1);

  private Integer one(Integer asked) {
    commands.add(List.of(asked));
    if (asked == 0) {
      firstIsOnItsWay.countDown();
      try {
        firstMayGo.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return asked * 10;
  }

  private List<Integer> many(List<Integer> asked) {
    commands.add(asked);
    return asked.stream().map(each -> each * 10).toList();
  }

  @Test
  void a_call_that_comes_alone_goes_alone() {
    Combiner<Integer, Integer> combiner = new Combiner<>(this::one, this::many);
    assertThat(combiner.call(3)).isEqualTo(30);
    assertThat(combiner.call(4)).isEqualTo(40);
    assertThat(commands).containsExactly(List.of(3), List.of(4));
  }

  @Test
  void calls_that_come_while_one_is_on_its_way_share_the_next_and_each_has_its_own_answer()
      throws Exception {
    Combiner<Integer, Integer> combiner = new Combiner<>(this::one, this::many);
    callTenAtOnce(combiner);
    assertThat(commands.getFirst()).containsExactly(0);
    assertThat(commands).hasSizeLessThan(5);
    assertThat(commands.stream().flatMap(List::stream).sorted())
        .isEqualTo(IntStream.range(0, 10).boxed().toList());
  }

  @Test
  void where_a_shared_command_fails_each_call_is_made_again_by_itself() throws Exception {
    AtomicInteger failed = new AtomicInteger();
    AtomicInteger again = new AtomicInteger();
    Combiner<Integer, Integer> combiner =
        new Combiner<>(
            this::one,
            asked -> {
              failed.addAndGet(asked.size());
              throw new IllegalStateException("for the test");
            },
            asked -> {
              again.incrementAndGet();
              return asked * 10;
            });
    callTenAtOnce(combiner);
    assertThat(failed.get()).isPositive();
    assertThat(again).hasValue(failed.get());
  }

  @Test
  void what_a_single_call_throws_is_its_callers_and_the_next_one_goes_on() {
    Combiner<Integer, Integer> combiner =
        new Combiner<>(
            asked -> {
              if (asked == 1) {
                throw new IllegalArgumentException("one");
              }
              return asked;
            },
            this::many);
    assertThatThrownBy(() -> combiner.call(1)).hasMessage("one");
    assertThat(combiner.call(2)).isEqualTo(2);
  }

  /// The first is held until the others have come.
  private void callTenAtOnce(Combiner<Integer, Integer> combiner) throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> answers = new ArrayList<>();
      answers.add(threads.submit(() -> combiner.call(0)));
      firstIsOnItsWay.await();
      for (int i = 1; i < 10; i++) {
        int asked = i;
        answers.add(threads.submit(() -> combiner.call(asked)));
      }
      while (combiner.waiting() < 9) {
        Thread.onSpinWait();
      }
      firstMayGo.countDown();
      for (int i = 0; i < 10; i++) {
        assertThat(answers.get(i).get()).isEqualTo(i * 10);
      }
    }
  }
}
