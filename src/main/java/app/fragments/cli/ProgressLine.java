package app.fragments.cli;

import org.jspecify.annotations.Nullable;

/// Progress on standard error: on a terminal one line that changes; elsewhere, such as in a log, a
/// new line at most every three seconds.
final class ProgressLine {
  private final Terminal terminal;
  private @Nullable String last;
  private long lastLine;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Shows the progress unless it has not changed.
  synchronized void show(String progress) {
    if (progress.equals(last)) {
      return;
    }
    if (terminal.interactive()) {
      int before = last == null ? 0 : last.length();
      terminal.err().print("\r" + progress + " ".repeat(Math.max(0, before - progress.length())));
      terminal.err().flush();
    } else if (last == null || System.nanoTime() - lastLine >= 3_000_000_000L) {
      terminal.err().println(progress);
      lastLine = System.nanoTime();
    }
    last = progress;
  }

  /// Removes the line from a terminal.
  synchronized void end() {
    if (terminal.interactive() && last != null) {
      terminal.err().print("\r" + " ".repeat(last.length()) + "\r");
      terminal.err().flush();
    }
    last = null;
  }
}
