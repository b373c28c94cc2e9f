package app.fragments.exchange;

import java.util.List;

/// The outcome of an import; in a dry run, what it would be.
///
/// @param imported new entries
/// @param updated entries that changed at their source and were not edited in the journal
/// @param unchanged all other entries, including trashed ones
/// @param failed sources that were skipped
/// @param warnings sources that were imported with changes
public record ImportResult(
    int imported,
    int updated,
    int unchanged,
    List<Remark> failed,
    List<Remark> warnings,
    boolean cancelled) {
  public ImportResult {
    failed = List.copyOf(failed);
    warnings = List.copyOf(warnings);
  }

  public int read() {
    return imported + updated + unchanged;
  }

  /// A message about one source.
  ///
  /// @param source such as a file's path
  /// @param reason for the user
  public record Remark(String source, String reason) {}
}
