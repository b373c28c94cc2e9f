package app.fragments.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.MMapDirectory;

/// The files of the index, memory-mapped. Never waits for the disk: after a power failure the
/// checksums tell whether everything was written, and if not, the index is rebuilt.
final class CacheDirectory extends FilterDirectory {
  CacheDirectory(Path folder) throws IOException {
    super(new MMapDirectory(folder));
  }

  @Override
  public void sync(Collection<String> names) {}

  @Override
  public void syncMetaData() {}
}
