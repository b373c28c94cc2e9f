package app.fragments.journal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/// The entries for a report: distinct, at least one, oldest day first. Their order is that of the
/// numbers `F1 … Fn` for the generator and in citations.
public record Selection(List<EntryId> entryIds) {
  public Selection {
    entryIds = List.copyOf(new LinkedHashSet<>(entryIds));
    if (entryIds.isEmpty()) {
      throw new IllegalArgumentException("A selection must have at least one entry");
    }
  }

  public static Selection of(Collection<EntryId> ids) {
    return new Selection(List.copyOf(ids));
  }

  public int size() {
    return entryIds.size();
  }
}
