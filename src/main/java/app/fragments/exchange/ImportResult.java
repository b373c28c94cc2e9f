package app.fragments.exchange;

import java.util.List;

/// What an import did; in a dry run, what it would do.
///
/// @param imported entries that are new
/// @param updated entries that changed at their source and were not edited here
/// @param unchanged entries that are as they were, those in the trash among them
/// @param failed what was left out, and why
/// @param warnings what was imported, but not quite as it stood there
/// @param cancelled whether it ended before its end because the user said so
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

  /// How many entries were read.
  public int read() {
    return imported + updated + unchanged;
  }

  /// Something to say of one source.
  ///
  /// @param source such as a file's path
  /// @param reason in words for the user
  public record Remark(String source, String reason) {}
}
