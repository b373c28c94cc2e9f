package app.fragments.report;

import java.util.List;
import java.util.Optional;

/// Port to the kept reports. Throws [app.fragments.store.StoreUnavailableException] while the store
/// cannot be reached.
public interface ReportStore {

  /// Keeps a report; one that is there already under that id stays as it is.
  ///
  /// @return whether it was new
  boolean keep(Report report);

  /// A report that is not deleted.
  Optional<Report> find(String userId, ReportId id);

  /// The reports that are not deleted, newest first.
  ///
  /// @param limit at least 1
  List<ReportHeader> list(String userId, int limit);

  /// Deletes a report so that [#restore] can bring it back.
  ///
  /// @return whether it was there
  boolean delete(String userId, ReportId id);

  /// Brings a deleted report back.
  ///
  /// @return whether it was deleted
  boolean restore(String userId, ReportId id);
}
