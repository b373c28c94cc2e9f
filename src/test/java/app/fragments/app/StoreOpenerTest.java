package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.fragments.job.JobId;
import app.fragments.journal.EntryFilter;
import app.fragments.settings.Configuration;
import app.fragments.settings.DataFolder;
import app.fragments.settings.Environment;
import app.fragments.settings.FallbackSecretStore;
import app.fragments.settings.Settings;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.embedded.EmbeddedServer;
import app.fragments.store.mongo.fault.FaultProxy;
import app.fragments.store.mongo.fault.FaultRule;
import app.fragments.store.mongo.fault.InjectedFault;
import app.fragments.store.mongo.fault.WireCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StoreOpenerTest {
  private static final String WRONG = "wrong";

  @TempDir Path folder;
  @TempDir Path serverFolder;

  private final Map<String, String> environment = new HashMap<>();
  private final AtomicLong nanos = new AtomicLong();
  private EmbeddedServer server;
  private FaultProxy proxy;
  private FaultRule logins;
  private StoreOpener opener;

  @BeforeEach
  void start() throws IOException {
    environment.put("FRAGMENTS_HOME", folder.toString());
    server = EmbeddedServer.start(serverFolder);
    proxy = new FaultProxy(server.address());
    logins =
        proxy.at(WireCommand.named("saslStart"), Integer.MAX_VALUE, new InjectedFault.LoseReply());
    DataFolder data = DataFolder.open(new Environment(environment));
    opener =
        new StoreOpener(
            data,
            () ->
                new Configuration(
                    new Environment(environment), Settings.DEFAULT, FallbackSecretStore.open(data)),
            nanos::get);
  }

  @AfterEach
  void close() {
    opener.close();
    proxy.close();
    server.close();
  }

  private void configure(String password) {
    environment.put(
        "MONGODB_URI",
        "mongodb://%s:%s@127.0.0.1:%d/journal?authMechanism=PLAIN&authSource=$external&retryWrites=false&serverSelectionTimeoutMS=2000"
            .formatted(server.user(), password, proxy.address().getPort()));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private Throwable failure() {
    return catchThrowable(opener::get);
  }

  @Test
  void the_store_is_opened_once_and_shared() {
    configure(new String(server.password()));

    List<CompletableFuture<MongoStores>> callers =
        IntStream.range(0, 8).mapToObj(_ -> CompletableFuture.supplyAsync(opener::get)).toList();

    assertThat(callers).allMatch(caller -> caller.join() == opener.get());
    assertThat(opener.ifOpen()).contains(opener.get());
  }

  @Test
  void without_a_configured_uri_the_built_in_store_opens() {
    assertThat(opener.ifOpen()).isEmpty();
    assertThat(opener.get().builtIn()).isPresent();
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("journal.db"));
  }

  @Test
  void concurrent_callers_share_one_refused_login() {
    configure(WRONG);

    List<CompletableFuture<Throwable>> callers =
        IntStream.range(0, 8).mapToObj(_ -> CompletableFuture.supplyAsync(this::failure)).toList();

    assertThat(callers)
        .allSatisfy(
            caller ->
                assertThat(caller.join())
                    .isExactlyInstanceOf(StoreException.class)
                    .hasMessage("The store refused the user name or password"));
    assertThat(logins.seen()).isOne();
  }

  @Test
  void a_refused_login_is_repeated_only_after_a_growing_delay() {
    configure(WRONG);
    Throwable first = failure();

    pass(Duration.ofSeconds(59));
    assertThat(failure()).isSameAs(first);
    assertThat(logins.seen()).isOne();

    pass(Duration.ofSeconds(1));
    assertThat(failure()).isNotSameAs(first);
    assertThat(logins.seen()).isEqualTo(2);

    pass(Duration.ofSeconds(119));
    failure();
    assertThat(logins.seen()).isEqualTo(2);

    pass(Duration.ofSeconds(1));
    failure();
    assertThat(logins.seen()).isEqualTo(3);
  }

  @Test
  void the_user_may_try_again_at_once() {
    configure(WRONG);
    failure();

    opener.retryNow();
    failure();
    failure();

    assertThat(logins.seen()).isEqualTo(2);
  }

  @Test
  void another_uri_is_tried_at_once() {
    configure(WRONG);
    failure();

    configure(new String(server.password()));

    assertThat(opener.get().entries().count("ada", EntryFilter.ALL)).isZero();
  }

  @Test
  void an_unreachable_store_is_tried_again_after_a_second_and_then_more_rarely() {
    configure(new String(server.password()));
    proxy.goDown();
    Throwable first = failure();
    assertThat(first).isInstanceOf(StoreUnavailableException.class);

    pass(Duration.ofMillis(999));
    assertThat(failure()).isSameAs(first);
    pass(Duration.ofMillis(1));
    Throwable second = failure();
    assertThat(second).isNotSameAs(first);

    proxy.comeBack();
    pass(Duration.ofMillis(1999));
    assertThat(failure()).isSameAs(second);
    pass(Duration.ofMillis(1));
    assertThat(opener.get().entries().count("ada", EntryFilter.ALL)).isZero();
  }

  @Test
  void an_open_store_whose_password_is_changed_is_not_logged_in_to_at_every_call()
      throws IOException {
    configure(new String(server.password()));
    MongoStores stores = opener.get();
    Runnable call = () -> stores.jobs().find(JobId.create());
    try (EmbeddedServer changed = EmbeddedServer.start(serverFolder)) {
      proxy.redirectTo(changed.address());
      Throwable failure = catchThrowable(call::run);
      while (failure == null || failure instanceof StoreUnavailableException) {
        failure = catchThrowable(call::run); // the driver has not noticed the cut yet
      }
      int refused = logins.seen();

      for (int i = 0; i < 50; i++) {
        assertThatThrownBy(call::run).hasMessage("The store refused the user name or password");
      }
      // the driver reports a refused login on another thread, so one more call may get through
      // first
      assertThat(logins.seen()).isLessThanOrEqualTo(refused + 1);

      proxy.redirectTo(server.address());
      opener.retryNow();
      assertThat(catchThrowable(call::run)).isNull();
    }
  }

  @Test
  void a_closed_opener_opens_no_store() {
    opener.close();

    assertThat(failure()).isInstanceOf(StoreException.class).hasMessage("The store is closed");
    assertThat(opener.firstPage("ada", 10)).isEmpty();
  }
}
