package app.fragments.journal;

import app.fragments.store.StoreException;
import org.jspecify.annotations.Nullable;

/// The entry was changed or removed by another process. Nothing was written.
public final class EntryConflictException extends StoreException {
  private final transient @Nullable Entry current;

  /// @param current the stored entry, or null if it was removed
  public EntryConflictException(EntryId id, @Nullable Entry current) {
    super("Entry " + id + " was changed elsewhere", null);
    this.current = current;
  }

  public @Nullable Entry current() {
    return current;
  }
}
