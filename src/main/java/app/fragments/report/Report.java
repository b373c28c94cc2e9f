package app.fragments.report;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.store.WireName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A saved report with all its versions.
///
/// @param title its first heading
/// @param template the id of its [ReportTemplate]
/// @param model such as `gemini-flash-latest` or `digest`
/// @param versions at least one, oldest first
/// @param sources the fragments it was woven from, `F1` first
/// @param checks of the newest version
public record Report(
    ReportId id,
    String userId,
    String title,
    String template,
    Period period,
    String model,
    List<ReportVersion> versions,
    List<ReportSource> sources,
    CheckResult checks,
    Instant createdAt,
    @Nullable Instant deletedAt) {
  public Report {
    versions = List.copyOf(versions);
    sources = List.copyOf(sources);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("A report has at least one version");
    }
  }

  public ReportVersion current() {
    return versions.getLast();
  }

  public String markdown() {
    return current().markdown();
  }

  /// A version of a report's text.
  ///
  /// @param number from 1
  public record ReportVersion(int number, String markdown, Origin origin, Instant createdAt) {
    /// Whether a generator wove a version or a person edited it.
    public enum Origin implements WireName {
      WOVEN,
      EDITED
    }
  }

  /// A fragment at the time the report was woven. `[Fn]` cites the n-th source.
  ///
  /// @param digest its [Entry#contentDigest()]; a different one now means it was edited since
  public record ReportSource(EntryId entryId, long revision, String digest) {
    public static ReportSource of(Entry entry) {
      return new ReportSource(entry.id(), entry.revision(), entry.contentDigest());
    }
  }
}
