package app.fragments.exchange;

import app.fragments.exchange.ImportResult.Remark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts while an import runs.
final class ImportTally {
  private final List<Remark> failed = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private int imported;
  private int updated;
  private int unchanged;
  private boolean cancelled;

  void imported(ImportedEntry entry) {
    imported++;
    warn(entry);
  }

  void updated(ImportedEntry entry) {
    updated++;
    warn(entry);
  }

  void unchanged() {
    unchanged++;
  }

  void failed(Remark remark) {
    failed.add(remark);
  }

  void cancel() {
    cancelled = true;
  }

  private void warn(ImportedEntry entry) {
    @Nullable String warning = entry.warning();
    if (warning != null) {
      warnings.add(new Remark(entry.source(), warning));
    }
  }

  ImportResult result() {
    return new ImportResult(imported, updated, unchanged, failed, warnings, cancelled);
  }
}
