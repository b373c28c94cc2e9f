package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.fragments.job.ClaimRequest;
import app.fragments.job.JobId;
import app.fragments.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How long a caller waits while the store cannot be reached, and when it is back.
@Timeout(30)
class StoreOutageTest {
  private static final Duration GIVES_UP_WITHIN = Duration.ofSeconds(8);

  @TempDir Path folder;
  private ProxiedStores proxied;
  private MongoStores stores;

  @BeforeEach
  void open() throws IOException {
    proxied = ProxiedStores.builtIn(folder);
    stores = proxied.stores();
  }

  @AfterEach
  void close() {
    proxied.close();
  }

  @Test
  void callers_give_up_after_seconds_and_none_waits_for_another() {
    proxied.proxy().goDown();
    long start = System.nanoTime();

    Stream.of("a", "b", "c", "d")
        .map(
            owner ->
                CompletableFuture.runAsync(() -> claimInVain(owner), Thread::startVirtualThread))
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(GIVES_UP_WITHIN);
  }

  private void claimInVain(String owner) {
    assertThatThrownBy(() -> stores.queue().claim(ClaimRequest.of(owner)))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void a_call_that_is_waiting_when_the_store_comes_back_succeeds_within_a_second() {
    proxied.proxy().goDown();
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(
            () -> stores.queue().contains(JobId.create()), Thread::startVirtualThread);
    assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    proxied.proxy().comeBack();

    assertThat(waiting).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(false);
  }

  @Test
  void a_store_that_came_back_is_found_at_the_second_call_at_the_latest() throws Exception {
    Callable<Boolean> call = () -> stores.jobs().cancel(JobId.create());
    call.call();
    proxied.proxy().goDown();
    proxied.proxy().comeBack();

    Throwable first = catchThrowable(call::call);

    if (first != null) {
      assertThat(first).isInstanceOf(StoreUnavailableException.class);
    }
    assertThat(call.call()).isFalse();
  }
}
