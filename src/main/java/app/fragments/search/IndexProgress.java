package app.fragments.search;

/// How far the index is.
///
/// @param total 0 if unknown
public record IndexProgress(long done, long total) {
  /// Complete, apart from changes of the last second.
  public static final IndexProgress DONE = new IndexProgress(1, 1);

  public boolean isDone() {
    return equals(DONE);
  }
}
