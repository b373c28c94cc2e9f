package app.fragments.store;

import java.util.List;

/// Port to the indexes that the store's queries count on. They are made when a store is opened; one
/// may be missing where somebody has dropped it since, or has made another one of its name.
///
/// Both throw [StoreUnavailableException] while the store cannot be reached.
public interface StoreIndexes {
  /// The names of those that are missing, each with its collection's, such as `jobs.claims`.
  List<String> missing();

  /// Makes those that are missing; one of the same name or the same fields that was made otherwise
  /// goes. What the store refuses stays missing.
  void repair();
}
