package app.fragments.exchange;

import app.fragments.exchange.ImportResult.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Collects the result of a running import.
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

  void failed(String source, String reason) {
    failed.add(new Remark(source, reason));
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
    if (!leftOut.isEmpty()) { // one warning for all files: those of a folder tend to be alike
      all.add(
          new Remark(
              "Front matter",
              leftOut.entrySet().stream()
                  .map(field -> fileCount(field.getKey(), field.getValue()))
                  .collect(Collectors.joining(", ", "ignored ", ""))));
    }
    return new ImportResult(imported, updated, unchanged, failed, all, cancelled);
  }

  private static String fileCount(String field, int files) {
    return "%s (%,d %s)".formatted(field, files, files == 1 ? "file" : "files");
  }
}
