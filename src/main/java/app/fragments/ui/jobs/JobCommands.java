package app.fragments.ui.jobs;

import app.fragments.job.JobId;
import app.fragments.ui.common.SelectionSummary;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a click can do to a job in the store, beyond submitting it. On the FX thread; nothing here
/// waits.
public interface JobCommands {

  /// A job was submitted here: have it taken at once and followed to its end.
  ///
  /// @param woven what it was woven from, or null for a retry
  void follow(JobId job, @Nullable SelectionSummary woven);

  /// Cancels a job that waits or runs.
  ///
  /// @param onAnswer hears what the store said to it
  void cancel(JobId job, Consumer<CancelAnswer> onAnswer);

  /// What the store says to a cancel.
  enum CancelAnswer {
    CANCELLED,
    /// It had ended already.
    ENDED,
    /// Its record is not kept any more.
    GONE
  }
}
