package app.fragments.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// What all commands share. [#call()] returns the exit code.
abstract class Command implements Callable<Integer> {
  // The exit codes of all commands.
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int STORE_UNREACHABLE = 3;

  /// How many characters of an id are shown in lists.
  private static final int SHORT_ID = 8;

  // Set by Commands and picocli before the command runs.
  @SuppressWarnings("NullAway.Init")
  CliServices services;

  @SuppressWarnings("NullAway.Init")
  Terminal terminal;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;

  final String userId() {
    return services.configuration().userId().value();
  }

  final Lookup lookup() {
    return new Lookup(services, userId());
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

  final ParseResult parsed() {
    return spec.commandLine().getParseResult();
  }

  final ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  static String shortId(String id) {
    return id.substring(0, Math.min(SHORT_ID, id.length()));
  }
}
