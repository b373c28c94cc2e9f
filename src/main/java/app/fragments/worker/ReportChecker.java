package app.fragments.worker;

import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import java.util.List;

/// What an answer goes through on this computer before it is a report (section 7 of the plan).
public interface ReportChecker {

  /// The answer's Markdown without what generators put around it, such as a code fence around the
  /// whole.
  String clean(String rawMarkdown);

  /// The report's first heading, or another short title where it has none.
  String title(String markdown);

  /// What the fragments do not bear out.
  ///
  /// @param fragments `F1` first
  CheckResult check(String markdown, List<Entry> fragments);
}
