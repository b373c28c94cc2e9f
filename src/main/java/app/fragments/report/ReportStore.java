package app.fragments.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Port to the saved reports. Throws [app.fragments.store.StoreUnavailableException] if the store
/// is unreachable.
public interface ReportStore {
  /// Saves a report unless one with this id exists. Returns whether it was new.
  boolean save(Report report);

  /// Finds a report that is not deleted.
  Optional<Report> find(String userId, ReportId id);

  /// The reports that are not deleted, newest first.
  List<ReportHeader> list(String userId, int limit);

  /// The newest text of each report in [#list], as Markdown.
  Map<ReportId, String> texts(String userId, int limit);

  /// Deletes a report; [#restore] can bring it back. Returns whether it existed.
  boolean delete(String userId, ReportId id);

  /// Restores a deleted report. Returns whether it was deleted.
  boolean restore(String userId, ReportId id);
}
