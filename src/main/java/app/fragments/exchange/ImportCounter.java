package app.fragments.exchange;

import app.fragments.exchange.ImportResult.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Counts while an import runs.
final class ImportCounter {
  private final List<Remark> failed = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();
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
    entry.leftOut().forEach(name -> leftOut.merge(name, 1, Integer::sum));
    @Nullable String warning = entry.warning();
    if (warning != null) {
      warnings.add(new Remark(entry.source(), warning));
    }
  }

  ImportResult result() {
    List<Remark> all = new ArrayList<>(warnings);
    if (!leftOut.isEmpty()) { // once for all files: a folder's files tend to have the same fields
      all.add(new Remark("Front matter", "an entry has no place for " + leftOutInWords()));
    }
    return new ImportResult(imported, updated, unchanged, failed, all, cancelled);
  }

  private String leftOutInWords() {
    return leftOut.entrySet().stream()
        .map(
            field ->
                "%s (%,d %s)"
                    .formatted(
                        field.getKey(), field.getValue(), field.getValue() == 1 ? "file" : "files"))
        .collect(Collectors.joining(", "));
  }
}
