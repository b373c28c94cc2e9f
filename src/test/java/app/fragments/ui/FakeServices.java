package app.fragments.ui;

import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.journal.EntryStore;
import app.fragments.report.ReportStore;
import app.fragments.settings.Configuration;
import app.fragments.settings.Environment;
import app.fragments.settings.SecretStore;
import app.fragments.settings.Settings;
import app.fragments.ui.common.UiServices;
import app.fragments.weave.WeaveListener;
import app.fragments.weave.WeaveService;
import app.fragments.weave.Worker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// The rest of the program, in memory: Saturday, 7 February 2026, noon.
public final class FakeServices implements UiServices {
  public static final String USER = "ada";

  public final FakeEntryStore entries = new FakeEntryStore();
  private final Path dataFolder;
  private volatile Settings settings = Settings.DEFAULT.withTheme(Settings.Theme.LIGHT);

  public FakeServices(Path dataFolder) {
    this.dataFolder = dataFolder;
  }

  @Override
  public EntryStore entries() {
    return entries;
  }

  @Override
  public ReportStore reports() {
    throw new UnsupportedOperationException();
  }

  @Override
  public JobStore jobs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public JobQueue queue() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WeaveService weave() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Worker worker(int number, WeaveListener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String storeDescription() {
    return "in memory";
  }

  @Override
  public TestResult testMongo(String uri) {
    return new TestResult(false, "No such server");
  }

  @Override
  public TestResult testGemini(String key, String model) {
    return new TestResult(false, "No such key");
  }

  @Override
  public Configuration configuration() {
    return new Configuration(new Environment(Map.of()), settings, secrets());
  }

  @Override
  public void saveSettings(Settings next) {
    settings = next;
  }

  @Override
  public SecretStore secrets() {
    return new SecretStore() {
      @Override
      public Optional<String> read(Secret secret) {
        return Optional.empty();
      }

      @Override
      public void write(Secret secret, String value) {}

      @Override
      public void remove(Secret secret) {}

      @Override
      public String place() {
        return "nowhere";
      }

      @Override
      public boolean isKeychain() {
        return false;
      }
    };
  }

  @Override
  public Path dataFolder() {
    return dataFolder;
  }

  @Override
  public String userId() {
    return USER;
  }

  @Override
  public Clock clock() {
    return Clock.fixed(Instant.parse("2026-02-07T12:00:00Z"), ZoneOffset.UTC);
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }
}
