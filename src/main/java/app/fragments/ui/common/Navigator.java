package app.fragments.ui.common;

import app.fragments.journal.EntryId;
import app.fragments.report.ReportId;
import org.jspecify.annotations.Nullable;

/// Navigation between the modules of the window, and toasts. On the FX thread.
public interface Navigator {

  /// @param passage text to scroll to and highlight for two seconds, or null
  void showEntry(EntryId entry, @Nullable String passage);

  void showReport(ReportId report);

  void showJobs();

  void showSettings();

  void showAbout();

  /// Shows and ticks the fragments of the current week.
  void selectThisWeek();

  /// Shows a message for a few seconds.
  void toast(String message);

  /// Shows a message with an Undo button for ten seconds.
  void toast(String message, Runnable undo);

  /// Shows a message with a button, labelled `action`, for ten seconds.
  void toast(String message, String action, Runnable onAction);

  /// Opens a web address in the system's browser.
  void browse(String address);
}
