package app.fragments.job;

/// How far a job is.
///
/// @param done fragments dealt with, from 0 to `total`
/// @param total fragments in all
/// @param stage what it is doing
public record Progress(int done, int total, Stage stage) {

  public Progress {
    if (total < 0 || done < 0 || done > total) {
      throw new IllegalArgumentException("Progress of " + done + " of " + total);
    }
  }

  public static Progress waiting(int total) {
    return new Progress(0, total, Stage.WAITING);
  }
}
