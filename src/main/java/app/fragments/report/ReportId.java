package app.fragments.report;

/// The name of a kept report: the id of the job that wove it, so that a job never makes two.
public record ReportId(String value) {

  public ReportId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A report id is never empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
