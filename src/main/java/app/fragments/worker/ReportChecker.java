package app.fragments.worker;

import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import java.util.List;

/// Finds what the fragments of a report do not support, without calling a service.
@FunctionalInterface
public interface ReportChecker {
  /// @param fragments `F1` first
  CheckResult check(String markdown, List<Entry> fragments);
}
