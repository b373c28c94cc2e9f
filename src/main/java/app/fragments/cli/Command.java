package app.fragments.cli;

import app.fragments.http.JsonFields;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What all commands share. [#call()] returns the exit code.
@SuppressWarnings("NullAway.Init") // Commands and picocli set the fields before the command runs
abstract class Command implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE_ERROR = 2;
  static final int STORE_UNREACHABLE = 3;

  static final int MAX_WORKERS = 64;

  CliServices services;
  Terminal terminal;
  @Spec CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;

  final String userId() {
    return services.configuration().userId().value();
  }

  final Lookup lookup() {
    return new Lookup(services, userId());
  }

  /// Prints the result, as JSON or as one line of text. Returns [#DONE].
  final int print(JsonFields result, String line) {
    if (json) {
      terminal.printJson(result);
    } else {
      terminal.println(line);
    }
    return DONE;
  }

  /// Fails before any job is run if every one of them would fail.
  ///
  /// @throws CommandFailedException if the configured generator does not exist
  final void requireGenerator() {
    services
        .configuration()
        .unknownGenerator()
        .ifPresent(
            message -> {
              throw new CommandFailedException(message);
            });
  }

  final void rejectIf(boolean wrong, String message) {
    if (wrong) {
      throw usageError(message);
    }
  }

  final ParameterException usageError(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /// The start of an id, as shown in lists.
  static String shortId(String id) {
    return id.substring(0, Math.min(8, id.length()));
  }
}
