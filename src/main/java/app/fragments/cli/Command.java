package app.fragments.cli;

import app.fragments.journal.EntryId;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// What all commands have in common. [#call()] gives the exit code.
abstract class Command implements Callable<Integer> {
  /// As many characters of an id as a list shows.
  private static final int SHORT_ID = 8;

  final CliServices services;
  final Terminal terminal;

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec before it runs the command
  Command(CliServices services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  final String userId() {
    return services.configuration().userId().value();
  }

  final LocalDate today() {
    return LocalDate.ofInstant(services.clock().instant(), services.zone());
  }

  final void print(JsonDocument document) {
    JsonDocument.print(terminal, document);
  }

  final void say(String message) {
    terminal.err().println(message);
  }

  /// For what runs jobs here: better no start than jobs that fail one after the other.
  ///
  /// @throws CommandFailedException where no job could be woven
  final void requireGenerator() {
    services
        .configuration()
        .unknownGenerator()
        .ifPresent(
            fault -> {
              throw new CommandFailedException(fault);
            });
  }

  final ParseResult parsed() {
    return spec.commandLine().getParseResult();
  }

  final ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  static String shortId(EntryId id) {
    return shortId(id.value());
  }

  static String shortId(String id) {
    return id.substring(0, Math.min(SHORT_ID, id.length()));
  }
}
