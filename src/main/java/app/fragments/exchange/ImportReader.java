package app.fragments.exchange;

import java.io.IOException;
import java.nio.file.Path;

/// Reads one format, entry by entry.
interface ImportReader {
  /// The name in [app.fragments.journal.EntrySource#importer()].
  String name();

  /// Passes each entry or failure to the sink until it is cancelled.
  ///
  /// @throws IOException if the path can't be read any further
  void read(Path path, Sink sink) throws IOException;

  /// Takes the imported entries.
  interface Sink {
    void entry(ImportedEntry entry);

    /// @param reason for the user
    void failed(String source, String reason);

    boolean isCancelled();
  }
}
