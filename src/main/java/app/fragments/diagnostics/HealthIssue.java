package app.fragments.diagnostics;

import app.fragments.job.JobId;
import java.util.List;

/// One thing that is wrong.
///
/// @param kind what
/// @param count how often
/// @param jobIds some of the jobs that it is about
/// @param message what was found, for a person
public record HealthIssue(HealthIssueKind kind, long count, List<JobId> jobIds, String message) {
  /// As many jobs as a finding names.
  static final int NAMED = 5;

  public HealthIssue {
    jobIds = jobIds.stream().limit(NAMED).toList();
  }

  /// About jobs.
  static HealthIssue of(HealthIssueKind kind, List<JobId> jobs, String message) {
    return new HealthIssue(kind, jobs.size(), jobs, message);
  }

  /// About something else than jobs.
  static HealthIssue of(HealthIssueKind kind, long count, String message) {
    return new HealthIssue(kind, count, List.of(), message);
  }
}
