package app.fragments.store;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Describes what nobody expected to be thrown, for the log: its types and places, without its
/// messages, which may quote an entry or a key. A store's message never does, and says enough.
public final class ExceptionSummary {
  private static final int FRAMES = 12;

  private ExceptionSummary() {}

  public static String describe(Throwable thrown) {
    if (thrown instanceof StoreException) {
      return thrown.getClass().getSimpleName() + ", " + thrown.getMessage();
    }
    StringBuilder description = new StringBuilder();
    for (Throwable t = thrown; t != null && description.length() < 8_000; t = t.getCause()) {
      description
          .append(t == thrown ? "" : "\nCaused by ")
          .append(t.getClass().getName())
          .append(
              Arrays.stream(t.getStackTrace())
                  .limit(FRAMES)
                  .map(frame -> "\n\tat " + frame)
                  .collect(Collectors.joining()));
    }
    return description.toString();
  }
}
