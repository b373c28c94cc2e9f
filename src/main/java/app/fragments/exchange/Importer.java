package app.fragments.exchange;

import java.io.IOException;
import java.nio.file.Path;

/// Reads one format, one entry at a time, however much there is.
interface Importer {

  /// The name in [app.fragments.journal.EntrySource#importer()].
  String name();

  /// Hands each entry to the sink, and each thing that cannot be read with the reason; stops where
  /// the sink asks for it.
  ///
  /// @throws IOException where the path itself cannot be read any further
  void read(Path path, Sink sink) throws IOException;

  /// Takes what an importer reads.
  interface Sink {
    void entry(ImportedEntry entry);

    /// @param source what could not be read, such as a file's path
    /// @param reason why, in words for the user
    void failed(String source, String reason);

    boolean isCancelled();
  }
}
