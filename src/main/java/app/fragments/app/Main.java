package app.fragments.app;

/// Starts Fragments: the window without an argument, a command with one.
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
