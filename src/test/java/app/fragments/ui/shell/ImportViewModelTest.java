package app.fragments.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.exchange.ImportResult;
import app.fragments.settings.Settings;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.Background;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.parts.RecordingNavigator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
  @TempDir Path data;
  @TempDir Path notes;
  private final RecordingNavigator navigator = new RecordingNavigator();
  private FakeUiServices services;
  private ImportViewModel imports;

  @BeforeEach
  void make() {
    FxThread.start();
    services = new FakeUiServices(data);
    imports =
        FxThread.call(
            () ->
                new ImportViewModel(
                    new UiContext(
                        services,
                        new Background(),
                        new Messages(Locale.ENGLISH),
                        navigator,
                        new StoreHealth(),
                        new Theming(Settings.Theme.LIGHT, 100)),
                    () -> {}));
  }

  @Test
  void imports_a_folder_and_lists_skipped_files() throws IOException {
    Files.writeString(notes.resolve("2026-02-01.md"), "A walk");
    Files.writeString(notes.resolve("2026-02-02.md"), "---\ndate: never\n---\nBad");

    ImportResult result = run(notes);

    assertThat(result.imported()).isEqualTo(1);
    assertThat(result.failed()).hasSize(1);
    assertThat(services.all()).hasSize(1);
  }

  @Test
  void importing_again_adds_nothing() throws IOException {
    Files.writeString(notes.resolve("2026-02-01.md"), "A walk");
    run(notes);
    FxThread.run(() -> imports.result.set(null));

    assertThat(run(notes).unchanged()).isEqualTo(1);
    assertThat(services.all()).hasSize(1);
  }

  @Test
  void reports_an_unreachable_store() throws IOException {
    Files.writeString(notes.resolve("2026-02-01.md"), "A walk");
    services.entries.setUnavailable(true);
    FxThread.run(() -> imports.run(List.of(notes)));

    FxThread.await("the import to end", () -> !imports.running.get());
    assertThat(navigator.toasts).singleElement().asString().contains("import again to continue");
  }

  private ImportResult run(Path folder) {
    FxThread.run(() -> imports.run(List.of(folder)));
    FxThread.await("the result", () -> imports.result.get() != null);
    return FxThread.call(() -> imports.result.get());
  }
}
