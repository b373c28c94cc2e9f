package app.fragments.store;

import java.util.Arrays;

/// Describes an unexpected exception for the log: types and stack traces, but no messages, which
/// may quote an entry or a key. Only a store's messages never do, and they suffice.
public final class ExceptionSummary {
  private static final int FRAMES = 12;

  private ExceptionSummary() {}

  public static String describe(Throwable thrown) {
    if (thrown instanceof StoreException) {
      return thrown.getClass().getSimpleName() + ", " + thrown.getMessage();
    }
    StringBuilder description = new StringBuilder();
    for (Throwable t = thrown; t != null && description.length() < 8_000; t = t.getCause()) {
      description.append(t == thrown ? "" : "\nCaused by ").append(t.getClass().getName());
      Arrays.stream(t.getStackTrace())
          .limit(FRAMES)
          .forEach(frame -> description.append("\n\tat ").append(frame));
    }
    return description.toString();
  }
}
