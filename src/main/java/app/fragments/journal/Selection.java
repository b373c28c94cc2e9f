package app.fragments.journal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/// The entries that a report is to be woven from: frozen, in order, each once, never empty.
///
/// The order is the one in which the entries are numbered `F1 … Fn` for the generator and in
/// citations: by day, oldest first.
public record Selection(List<EntryId> entryIds) {

  public Selection {
    entryIds = List.copyOf(new LinkedHashSet<>(entryIds));
    if (entryIds.isEmpty()) {
      throw new IllegalArgumentException("A selection has at least one entry");
    }
  }

  public static Selection of(Collection<EntryId> ids) {
    return new Selection(List.copyOf(ids));
  }

  public int size() {
    return entryIds.size();
  }
}
