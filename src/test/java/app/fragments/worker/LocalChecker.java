package app.fragments.worker;

import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import app.fragments.report.ReportText;
import app.fragments.report.factcheck.FactCheck;
import java.util.List;

/// The program's own checks, for tests and benchmarks of complete runs.
public final class LocalChecker implements ReportChecker {
  private final FactCheck factCheck = new FactCheck();

  @Override
  public String clean(String rawMarkdown) {
    return ReportText.clean(rawMarkdown);
  }

  @Override
  public CheckResult check(String markdown, List<Entry> fragments) {
    return factCheck.check(markdown, fragments);
  }
}
