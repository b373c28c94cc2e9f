package app.fragments.job;

/// The progress of a job.
///
/// @param done fragments processed
/// @param total fragments in all
public record Progress(int done, int total, Stage stage) {

  public Progress {
    if (total < 0 || done < 0 || done > total) {
      throw new IllegalArgumentException("Invalid progress: " + done + " of " + total);
    }
  }

  public static Progress waiting(int total) {
    return new Progress(0, total, Stage.WAITING);
  }
}
