package app.fragments.journal;

import app.fragments.store.StoreIndexes;
import java.util.ArrayList;
import java.util.List;

/// In-memory indexes.
public final class InMemoryStoreIndexes implements StoreIndexes {
  private final List<String> missing = new ArrayList<>();

  /// Makes the index missing.
  public synchronized void drop(String name) {
    missing.add(name);
  }

  @Override
  public synchronized List<String> missing() {
    return List.copyOf(missing);
  }

  @Override
  public synchronized void repair() {
    missing.clear();
  }
}
