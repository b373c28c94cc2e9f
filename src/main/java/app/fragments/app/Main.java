package app.fragments.app;

import app.fragments.app.startup.JarTimestampFix;
import app.fragments.cli.Commands;
import app.fragments.cli.Terminal;
import app.fragments.settings.Environment;
import java.time.Clock;

/// Starts Fragments: the window if there are no arguments, otherwise a command. A command never
/// loads JavaFX.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    JarTimestampFix.restoreTime();
    if (arguments.length == 0) {
      WindowApp.launch();
    } else {
      System.exit(command(arguments));
    }
  }

  static int command(String[] arguments) {
    try (CommandServices services =
        new CommandServices(Environment.ofProcess(), Clock.systemDefaultZone())) {
      return new Commands(services, Terminal.ofProcess()).run(WindowsArguments.asTyped(arguments));
    }
  }
}
