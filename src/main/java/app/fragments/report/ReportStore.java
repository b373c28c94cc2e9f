package app.fragments.report;

import java.util.List;
import java.util.Optional;

/// Port to the saved reports. Throws [app.fragments.store.StoreUnavailableException] if the store
/// is unreachable.
public interface ReportStore {

  /// Saves a report. Idempotent: an existing report with this id stays as it is.
  ///
  /// @return whether it was new
  boolean save(Report report);

  /// Finds a report that is not deleted.
  Optional<Report> find(String userId, ReportId id);

  /// Lists the reports that are not deleted, newest first.
  ///
  /// @param limit at least 1
  List<ReportHeader> list(String userId, int limit);

  /// Deletes a report so that [#restore] can bring it back.
  ///
  /// @return whether it existed
  boolean delete(String userId, ReportId id);

  /// Restores a deleted report.
  ///
  /// @return whether it was deleted
  boolean restore(String userId, ReportId id);
}
