package app.fragments.ui.weave;

import app.fragments.job.JobId;

/// What weaving has to tell the rest of the window. On the FX thread.
public interface WeaveOutlet {

  /// A job was submitted here: the Report tab may show it as it is written.
  void submitted(JobId job);

  /// The text of a running job so far, at most a few times a second.
  void preview(JobId job, String markdownSoFar);

  /// A job has ended: completed, failed or cancelled. The list of reports may have changed.
  void ended(JobId job);

  /// The user does not want to weave what is ticked.
  void clearSelection();
}
