package app.fragments.cli;

import org.jspecify.annotations.Nullable;

/// Progress on standard error: one line that changes on a terminal, a line for each change
/// elsewhere.
final class ProgressLine {
  private final Terminal terminal;
  private @Nullable String last;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Shows how far it is; the same again shows nothing.
  synchronized void show(String progress) {
    if (progress.equals(last)) {
      return;
    }
    if (terminal.interactive()) {
      int before = last == null ? 0 : last.length();
      terminal.err().print("\r" + progress + " ".repeat(Math.max(0, before - progress.length())));
      terminal.err().flush();
    } else {
      terminal.err().println(progress);
    }
    last = progress;
  }

  /// Takes the line away.
  synchronized void end() {
    if (terminal.interactive() && last != null) {
      terminal.err().print("\r" + " ".repeat(last.length()) + "\r");
      terminal.err().flush();
    }
    last = null;
  }
}
