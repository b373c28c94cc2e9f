package app.fragments.ui.weave;

import app.fragments.job.JobId;
import app.fragments.journal.EntryId;
import java.util.List;
import java.util.function.Consumer;

/// What weaving has to tell the rest of the window. On the FX thread.
public interface WeaveCallbacks {

  /// The user is about to weave these: what they wrote of them last has to be in the store first.
  ///
  /// @param onDone to be told once, within seconds, whether it is
  void saveWords(List<EntryId> entries, Consumer<Boolean> onDone);

  /// A job was submitted here: the Report tab may show it as it is written.
  void submitted(JobId job);

  /// The text of a running job so far, at most a few times a second.
  void preview(JobId job, String markdownSoFar);

  /// A job has ended: completed, failed or cancelled. The list of reports may have changed.
  void ended(JobId job);

  /// The user does not want to weave what is ticked.
  void clearSelection();
}
