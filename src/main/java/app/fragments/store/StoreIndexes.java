package app.fragments.store;

import java.util.List;

/// Port to the indexes that the store's queries rely on. They are created when a store is opened,
/// but somebody may have dropped one since, or created a different one with its name.
///
/// Both methods throw [StoreUnavailableException] if the store cannot be reached.
public interface StoreIndexes {
  /// The names of the missing ones with their collections, such as `jobs.claims`.
  List<String> missing();

  /// Creates the missing ones, and drops others with the same name or fields. Those that the store
  /// refuses stay missing.
  void repair();
}
