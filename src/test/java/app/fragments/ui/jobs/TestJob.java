package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.job.Progress;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Builds job records; by default one that has been pending since 16:20.
final class TestJob {
  static final Instant SUBMITTED = Instant.parse("2026-02-06T16:20:00Z");

  private String id = "j";
  private JobStatus status = JobStatus.PENDING;
  private Priority priority = Priority.NORMAL;
  private Instant createdAt = SUBMITTED;
  private @Nullable Instant notBefore;
  private int attempts;

  TestJob id(String value) {
    id = value;
    return this;
  }

  TestJob status(JobStatus value) {
    status = value;
    return this;
  }

  TestJob priority(Priority value) {
    priority = value;
    return this;
  }

  TestJob createdAt(Instant value) {
    createdAt = value;
    return this;
  }

  TestJob notBefore(Instant value) {
    notBefore = value;
    return this;
  }

  TestJob attempts(int value) {
    attempts = value;
    return this;
  }

  Job build() {
    List<EntryId> entries = IntStream.range(0, 12).mapToObj(n -> new EntryId("e" + n)).toList();
    return new Job(
        new JobId(id),
        "ada",
        Selection.of(entries),
        ReportTemplate.WEEKLY_PROGRESS.id(),
        JobOptions.DEFAULT,
        priority,
        notBefore,
        status,
        0,
        attempts,
        3,
        0,
        Progress.waiting(12),
        null,
        null,
        null,
        null,
        null,
        createdAt,
        null,
        null,
        createdAt);
  }
}
