package app.fragments.ui.shell;

import app.fragments.exchange.ImportFormat;
import app.fragments.exchange.ImportResult;
import app.fragments.exchange.ImportService;
import app.fragments.ui.common.UiContext;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Imports into the journal in the background, one at a time, cancellable. On the FX thread.
final class ImportViewModel {
  final BooleanProperty running = new SimpleBooleanProperty();
  final ObjectProperty<@Nullable ImportResult> progress = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable ImportResult> result = new SimpleObjectProperty<>();
  private final UiContext context;
  private final Runnable onChange;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicReference<@Nullable ImportResult> newest = new AtomicReference<>();

  /// @param onChange called when there may be new entries
  ImportViewModel(UiContext context, Runnable onChange) {
    this.context = context;
    this.onChange = onChange;
  }

  void cancel() {
    cancelled.set(true);
  }

  /// Imports files and folders, unless an import is running.
  void run(List<Path> paths) {
    if (running.get() || paths.isEmpty()) {
      return;
    }
    cancelled.set(false);
    running.set(true);
    result.set(null);
    progress.set(null);
    var services = context.services();
    context.run(
        () ->
            new ImportService(services.entries(), services.userId(), services.zone(), false)
                .run(paths, ImportFormat.AUTO, this::showProgress, cancelled::get),
        this::done,
        this::failed);
  }

  /// On the import's thread. Shows only the newest progress, so as not to flood the FX thread.
  private void showProgress(ImportResult soFar) {
    if (newest.getAndSet(soFar) == null) {
      Platform.runLater(() -> progress.set(newest.getAndSet(null)));
    }
  }

  private void done(ImportResult imported) {
    running.set(false);
    result.set(imported);
    onChange.run();
  }

  private void failed(Exception failure) {
    running.set(false);
    context.toastFailure(failure, "import.failed");
    onChange.run();
  }
}
