package app.fragments.journal;

import app.fragments.store.StoreException;
import org.jspecify.annotations.Nullable;

/// Somebody else stored a later revision of the entry, or removed it. Nothing was written.
public final class EntryConflictException extends StoreException {
  private final transient @Nullable Entry current;

  /// @param current what the store has now, or null where the entry is gone
  public EntryConflictException(EntryId id, @Nullable Entry current) {
    super("Entry " + id + " was changed elsewhere", null);
    this.current = current;
  }

  /// What the store has now, or null where the entry is gone.
  public @Nullable Entry current() {
    return current;
  }
}
