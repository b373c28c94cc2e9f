package app.fragments.journal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The name of one entry for its whole life: a UUID as text, the same in every store.
///
/// @param value a UUID in its canonical form, lower case
public record EntryId(String value) implements Comparable<EntryId> {

  public EntryId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An entry id is never empty");
    }
  }

  /// A name that no other entry has.
  public static EntryId create() {
    return new EntryId(UUID.randomUUID().toString());
  }

  /// The name of an imported entry, the same at each import of the same thing by the same user, so
  /// that importing twice adds nothing twice.
  public static EntryId ofSource(String userId, String importer, String sourceId) {
    String name = String.join("\0", userId, importer, sourceId);
    return new EntryId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }

  @Override
  public int compareTo(EntryId other) {
    return value.compareTo(other.value);
  }

  // As the record has them; but its own are put together at run time, and the list would wait.

  @Override
  public boolean equals(Object other) {
    return other instanceof EntryId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
