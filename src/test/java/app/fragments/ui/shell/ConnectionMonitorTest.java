package app.fragments.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.EntryStore;
import app.fragments.settings.Settings;
import app.fragments.store.StoreClock;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.Background;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.parts.RecordingNavigator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionMonitorTest {
  @TempDir Path folder;

  @Test
  void the_ping_reads_the_stores_clock_and_no_entries() {
    AtomicInteger pings = new AtomicInteger();
    FakeUiServices services =
        new FakeUiServices(folder) {
          @Override
          public EntryStore entries() {
            throw new AssertionError("A ping must not read entries");
          }

          @Override
          public StoreClock storeClock() {
            return new StoreClock() {
              @Override
              public Instant now() {
                throw new AssertionError("A ping must ask the store for its time");
              }

              @Override
              public Instant read() {
                pings.incrementAndGet();
                return Instant.EPOCH;
              }
            };
          }
        };
    useMonitor(services, ConnectionMonitor::check);
    assertThat(pings).hasValue(1);
  }

  @Test
  void a_retry_by_the_user_ends_the_backoff_first() {
    AtomicInteger retries = new AtomicInteger();
    FakeUiServices services =
        new FakeUiServices(folder) {
          @Override
          public void retryConnection() {
            retries.incrementAndGet();
          }

          @Override
          public StoreClock storeClock() {
            assertThat(retries).hasValue(1);
            return () -> Instant.EPOCH;
          }
        };

    useMonitor(services, ConnectionMonitor::retry);
  }

  private static void useMonitor(FakeUiServices services, Consumer<ConnectionMonitor> call) {
    FxThread.start();
    StoreHealth health = new StoreHealth();
    try (Background background = new Background()) {
      FxThread.run(
          () ->
              call.accept(
                  new ConnectionMonitor(
                      new UiContext(
                          services,
                          background,
                          new Messages(Locale.ENGLISH),
                          new RecordingNavigator(),
                          health,
                          new Theming(Settings.Theme.LIGHT, 100)))));

      FxThread.await("the store answers", () -> health.state().get() == StoreHealth.State.READY);
    }
  }
}
