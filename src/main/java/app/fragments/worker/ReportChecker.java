package app.fragments.worker;

import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import java.util.List;

/// Turns a generator's response into a checked report, on this computer.
public interface ReportChecker {

  /// Removes what generators put around a report, such as a code fence.
  String clean(String rawMarkdown);

  /// Finds what the fragments do not support.
  ///
  /// @param fragments `F1` first
  CheckResult check(String markdown, List<Entry> fragments);
}
