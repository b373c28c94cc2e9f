package app.fragments.ui.parts;

import app.fragments.generator.Generator;
import app.fragments.job.SettableStoreClock;
import app.fragments.journal.Entry;
import app.fragments.journal.InMemoryEntryStore;
import app.fragments.report.Period;
import app.fragments.settings.JobSettings;
import app.fragments.settings.Settings;
import app.fragments.store.StoreUnavailableException;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.common.Background;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.SelectionActions;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.report.ReportModule;
import app.fragments.ui.weave.WeaveModule;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What the window's modules need: in-memory stores that can be made unreachable, real workers, a
/// generator that the test controls. Its time is that of the stores.
public class WindowFixture extends FakeUiServices implements AutoCloseable {
  public final SettableStoreClock clock = storeClock;
  public final StagedGenerator generator = new StagedGenerator();
  public final RecordingNavigator navigator = new RecordingNavigator();
  public final StoreHealth health = new StoreHealth();
  public final Background background = new Background();
  public final Theming theming;
  public final Messages messages = new Messages(Locale.ENGLISH);
  public final UiContext context;
  public final ScreenLoader screens = new ScreenLoader(messages);
  public final List<Entry> week;
  public volatile boolean unavailable;
  public volatile WorkerSettings workerSettings =
      WorkerFixture.with(
          WorkerFixture.SETTINGS,
          WorkerFixture.SETTINGS.jobTimeout(),
          WorkerFixture.SETTINGS.heartbeat(),
          Duration.ofMillis(50));

  /// Saves the user's edits and calls back with the success.
  public volatile Consumer<Consumer<Boolean>> saveEdits = onDone -> onDone.accept(true);

  /// Callbacks of saves that the test has not finished yet.
  public final List<Consumer<Boolean>> pendingSaves = new ArrayList<>();

  /// On the FX thread.
  public WindowFixture() {
    super(Path.of("home", "ada", "fragments"), new InMemoryEntryStore());
    settings =
        settings.with(
            copy -> copy.jobs = new JobSettings(1, 180, 2, 90, 30, 60, JobSettings.NO_LIMIT));
    week = Week.write(entries);
    theming = new Theming(Settings.Theme.LIGHT, 100);
    context = new UiContext(this, background, messages, navigator, health, theming);
  }

  /// A selection of all twelve fragments.
  public SelectionSummary selected() {
    return new SelectionSummary(week.stream().map(Entry::id).toList(), Period.of(week), 1_827, 0);
  }

  /// A selection without the first few fragments.
  public SelectionSummary selectedFrom(int first) {
    List<Entry> rest = week.subList(first, week.size());
    return new SelectionSummary(rest.stream().map(Entry::id).toList(), Period.of(rest), 1_400, 0);
  }

  /// The weave module, connected to a report module as in the main window.
  public WeaveModule weaveModule(ReportModule report) {
    return new WeaveModule(
        context,
        screens,
        new WeaveModule.Callbacks(
            report.model(),
            (ids, onDone) -> saveEdits.accept(onDone),
            new SelectionActions() {
              @Override
              public void clear() {
                navigator.calls.add("clear");
              }

              @Override
              public void showAll() {
                navigator.calls.add("showAll");
              }

              @Override
              public void keepShown() {
                navigator.calls.add("keepShown");
              }
            },
            ids -> Optional.of(Period.of(week))));
  }

  @Override
  protected Generator generator() {
    return generator;
  }

  @Override
  protected WorkerSettings workerSettings() {
    return workerSettings;
  }

  @Override
  protected <T> T opened(T store) {
    if (unavailable) {
      throw new StoreUnavailableException("for the test", null);
    }
    return store;
  }

  @Override
  public TestResult testMongo(String uri) {
    return new TestResult(uri.contains("good"), uri.contains("good") ? "Connected." : "No reply.");
  }

  @Override
  public TestResult testGemini(String key, String model) {
    return key.startsWith("good")
        ? new TestResult(true, "The key works with " + model + ".")
        : new TestResult(false, "Gemini refused this key.");
  }

  @Override
  public Clock clock() {
    return Clock.fixed(clock.now(), ZoneOffset.UTC);
  }

  @Override
  public void close() {
    super.close();
    background.close();
  }
}
