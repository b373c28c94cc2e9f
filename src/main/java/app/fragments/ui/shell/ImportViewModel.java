package app.fragments.ui.shell;

import app.fragments.exchange.ImportFormat;
import app.fragments.exchange.ImportListener;
import app.fragments.exchange.ImportResult;
import app.fragments.exchange.ImportService;
import app.fragments.ui.common.UiContext;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Imports into the journal in the background, one at a time, cancellable. On the FX thread.
final class ImportViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(ImportViewModel.class);

  private final UiContext context;
  private final Runnable onChange;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ImportResult> progress =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ImportResult> result =
      new ReadOnlyObjectWrapper<>();
  private AtomicBoolean cancelled = new AtomicBoolean();

  /// @param onChange called when there may be new entries
  ImportViewModel(UiContext context, Runnable onChange) {
    this.context = context;
    this.onChange = onChange;
  }

  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /// The progress of the running import, or null.
  ReadOnlyObjectProperty<@Nullable ImportResult> progress() {
    return progress.getReadOnlyProperty();
  }

  /// The result of the last import, or null.
  ReadOnlyObjectProperty<@Nullable ImportResult> result() {
    return result.getReadOnlyProperty();
  }

  void cancel() {
    cancelled.set(true);
  }

  /// Closes the result.
  void dismiss() {
    result.set(null);
  }

  /// Imports files and folders, unless an import is running.
  void run(List<Path> paths) {
    if (running.get() || paths.isEmpty()) {
      return;
    }
    AtomicBoolean stop = new AtomicBoolean();
    cancelled = stop;
    running.set(true);
    result.set(null);
    progress.set(null);
    Listener listener = new Listener(stop);
    context
        .background()
        .run(
            () ->
                new ImportService(
                        context.services().entries(),
                        context.services().userId(),
                        context.services().zone(),
                        false)
                    .run(paths, ImportFormat.AUTO, listener),
            this::done,
            this::failed);
  }

  private void done(ImportResult imported) {
    running.set(false);
    result.set(imported);
    onChange.run();
  }

  private void failed(Exception failure) {
    running.set(false);
    if (!context.health().failed(failure)) {
      LOG.warn("The import failed", failure);
    }
    context.navigator().toast(context.messages().get("import.failed"));
    onChange.run();
  }

  /// Shows only the newest progress, so as not to flood the FX thread.
  private final class Listener implements ImportListener {
    private final AtomicBoolean stop;
    private final AtomicReference<@Nullable ImportResult> newest = new AtomicReference<>();

    Listener(AtomicBoolean stop) {
      this.stop = stop;
    }

    @Override
    public void progress(ImportResult soFar) {
      if (newest.getAndSet(soFar) == null) {
        Platform.runLater(() -> progress.set(newest.getAndSet(null)));
      }
    }

    @Override
    public boolean isCancelled() {
      return stop.get();
    }
  }
}
