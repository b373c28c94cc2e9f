package app.fragments.cli;

/// What the process ends with (section 9 of the plan).
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  public static final int STORE_AWAY = 3;

  private ExitCode() {}
}
