package app.fragments.report;

/// Identifies a report: the id of its job, so that a job never creates two.
public record ReportId(String value) {
  public ReportId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A report id must not be empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
