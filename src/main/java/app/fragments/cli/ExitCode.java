package app.fragments.cli;

/// The exit codes of all commands.
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int STORE_UNREACHABLE = 3;

  private ExitCode() {}
}
