package app.fragments.worker;

import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import app.fragments.report.ReportText;
import app.fragments.report.factcheck.FactCheck;
import java.util.List;

/// The checks for every response, whatever generated it.
public final class DefaultReportChecker implements ReportChecker {
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
