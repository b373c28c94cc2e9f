package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryStore;
import app.fragments.settings.Settings;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.common.Background;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.parts.RecordingNavigator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLoaderTest {
  @TempDir Path folder;
  private final List<Instant> changesReadSince = new CopyOnWriteArrayList<>();
  private final JournalIndex index = new JournalIndex();
  private final Background background = new Background();
  private final StoreHealth health = new StoreHealth();
  private FakeUiServices services;
  private JournalLoader loader;

  @BeforeAll
  static void startFx() {
    FxThread.start();
  }

  @BeforeEach
  void open() {
    services =
        new FakeUiServices(folder) {
          @Override
          public EntryStore entries() {
            return recording(entries);
          }
        };
    Journal.fill(services.entries);
    FxThread.run(
        () -> {
          UiContext context =
              new UiContext(
                  services,
                  background,
                  new Messages(Locale.ENGLISH),
                  new RecordingNavigator(),
                  health,
                  new Theming(Settings.Theme.LIGHT, 100));
          loader = new JournalLoader(context, index, () -> {});
          loader.loadFirstPage();
        });
    FxThread.await("the first page is there", () -> loader.firstPageLoaded.get());
  }

  @AfterEach
  void close() {
    FxThread.run(background::close);
    services.close();
  }

  @Test
  void changes_are_read_since_a_time_of_the_stores_clock() {
    Instant before = services.storeClock().now();

    readAll();

    assertThat(changesReadSince.getFirst()).isEqualTo(before);
  }

  @Test
  void entries_removed_elsewhere_are_dropped() {
    readAll();
    Entry removed = services.all().getFirst();

    services.entries.trash(FakeUiServices.USER, List.of(removed.id()));
    services.entries.purge(FakeUiServices.USER, List.of(removed.id()));

    FxThread.await("it is gone", () -> poll() && index.find(removed.id()) == null);
  }

  @Test
  void nothing_is_read_while_the_store_is_unreachable() {
    readAll();
    services.entries.setUnavailable(true);
    FxThread.await(
        "noticed", () -> poll() && health.state().get() == StoreHealth.State.UNREACHABLE);
    changesReadSince.clear();

    FxThread.run(this::poll);
    assertThat(changesReadSince).isEmpty();
    services.entries.setUnavailable(false);
    FxThread.run(health::answered);

    Entry written = write("After the outage");
    FxThread.await("it is found", () -> poll() && index.find(written.id()) != null);
  }

  private void readAll() {
    FxThread.run(health::answered);
    FxThread.await("all is read", () -> poll() && !changesReadSince.isEmpty());
  }

  private boolean poll() {
    loader.poll();
    return true;
  }

  private Entry write(String title) {
    return Journal.write(services.entries, "2026-02-07", "11:50", title, "Words", "test");
  }

  private EntryStore recording(EntryStore store) {
    return (EntryStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {EntryStore.class},
            (proxy, method, args) -> {
              if (method.getName().equals("changesSince")) {
                changesReadSince.add((Instant) args[1]);
              }
              try {
                return method.invoke(store, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
