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

/// How long callers wait while the store is unreachable and after it comes back.
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
  void callers_time_out_after_seconds_and_do_not_queue_up() {
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
  void a_waiting_call_succeeds_within_a_second_after_the_store_comes_back() {
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
  void the_second_call_after_an_outage_succeeds() throws Exception {
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
