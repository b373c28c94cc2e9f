package app.fragments.ui.common;

import app.fragments.journal.EntryId;
import app.fragments.report.ReportId;
import org.jspecify.annotations.Nullable;

/// How one part of the window sends the user to another. On the FX thread.
public interface Navigator {

  /// Opens an entry in the Fragment tab.
  ///
  /// @param passage words of it to scroll to and mark for two seconds, or null
  void showEntry(EntryId entry, @Nullable String passage);

  /// Opens a kept report in the Report tab.
  void showReport(ReportId report);

  void showJobs();

  void showSettings();

  void showAbout();

  /// Ticks the fragments of the current week, and shows them.
  void selectThisWeek();

  /// Says something for a few seconds at the window's lower edge.
  void toast(String message);

  /// Says what was done and offers to undo it, for ten seconds.
  void toast(String message, Runnable undo);

  /// Says something and offers to do something about it, for ten seconds.
  ///
  /// @param action what the button says
  void toast(String message, String action, Runnable onAction);

  /// Opens a web address in the system's browser.
  void browse(String address);
}
