package app.fragments.journal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Identifies an entry by a lower-case UUID.
public record EntryId(String value) implements Comparable<EntryId> {
  public EntryId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An entry id must not be blank");
    }
  }

  public static EntryId create() {
    return new EntryId(UUID.randomUUID().toString());
  }

  /// The id of an imported entry; always the same, so that importing twice adds no duplicates.
  public static EntryId ofSource(String userId, String importer, String sourceId) {
    String name = String.join("\0", userId, importer, sourceId);
    return new EntryId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }

  @Override
  public int compareTo(EntryId other) {
    return value.compareTo(other.value);
  }

  // A record's own methods are linked at run time, which would delay the first list.

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
