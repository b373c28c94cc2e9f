package app.fragments.ui.common;

import app.fragments.journal.EntryId;
import app.fragments.report.ReportId;
import org.jspecify.annotations.Nullable;

/// Navigation between the modules of the window, toasts and questions. On the FX thread.
public interface Navigator {

  /// @param passage text to scroll to and highlight for two seconds, or null
  void showEntry(EntryId entry, @Nullable String passage);

  void showReport(ReportId report);

  void showJobs();

  void showSettings();

  void showAbout();

  /// Shows and selects the fragments of the current week.
  void selectThisWeek();

  /// Shows a message for a few seconds.
  void toast(String message);

  /// Shows a message with a button, labelled `action`, for ten seconds.
  void toast(String message, String action, Runnable onAction);

  /// Asks before something that can't be undone. Returns immediately.
  ///
  /// @param text explains the consequences
  /// @param yes the label of the confirming button, which calls `onYes`
  void confirm(String question, String text, String yes, Runnable onYes);

  void browse(String address);
}
