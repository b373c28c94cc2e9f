package app.fragments.search;

import app.fragments.journal.EntryHeader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a commit of the index says about itself.
///
/// @param store which store's entries it contains
/// @param complete whether it contains all of them, as of `asOf`
/// @param asOf by the store's clock
/// @param newest the entry changed last, or empty; if the store does not have it at this revision
///   or a later one, it is another store or an older copy
record CommitState(
    int schema, String store, boolean complete, Instant asOf, String newest, long newestRevision) {
  /// Raise it when fields or analysis change.
  static final int SCHEMA = 2;

  static CommitState empty(String store) {
    return new CommitState(SCHEMA, store, false, Instant.EPOCH, "", 0);
  }

  boolean fits(String expectedStore) {
    return schema == SCHEMA && store.equals(expectedStore);
  }

  CommitState incomplete() {
    return new CommitState(schema, store, false, asOf, newest, newestRevision);
  }

  /// The state after these entries, oldest change first, were added.
  CommitState completeAsOf(Instant time, @Nullable EntryHeader newestChange) {
    return newestChange == null
        ? new CommitState(schema, store, true, time, newest, newestRevision)
        : new CommitState(
            schema, store, true, time, newestChange.id().value(), newestChange.revision());
  }

  Map<String, String> toMap() {
    Map<String, String> map = new HashMap<>();
    map.put("schema", Integer.toString(schema));
    map.put("store", store);
    map.put("complete", Boolean.toString(complete));
    map.put("as_of", asOf.toString());
    map.put("newest", newest);
    map.put("newest_revision", Long.toString(newestRevision));
    return map;
  }

  /// The state, or that of an outdated index if the map is not one of ours.
  static CommitState of(Map<String, String> map) {
    try {
      return new CommitState(
          Integer.parseInt(map.getOrDefault("schema", "0")),
          map.getOrDefault("store", ""),
          Boolean.parseBoolean(map.get("complete")),
          Instant.parse(map.getOrDefault("as_of", Instant.EPOCH.toString())),
          map.getOrDefault("newest", ""),
          Long.parseLong(map.getOrDefault("newest_revision", "0")));
    } catch (NumberFormatException | DateTimeParseException e) {
      return new CommitState(0, "", false, Instant.EPOCH, "", 0);
    }
  }
}
