package app.fragments.cli;

import app.fragments.http.JsonFields;
import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.search.SearchRequest.Order;
import app.fragments.settings.DataFolderException;
import app.fragments.settings.SecretStoreException;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command line: runs a command and reports how it ended.
public record Commands(CliServices services, Terminal terminal) {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  /// Runs one command and returns its exit code, see [Command].
  public int run(String... arguments) {
    int exitCode = execute(arguments);
    if (terminal.out().checkError() && exitCode == Command.DONE) {
      exitCode = Command.FAILED;
      terminal.say("Could not write all of the output");
    }
    terminal.err().flush();
    return exitCode;
  }

  private int execute(String[] arguments) {
    // Java replaces each byte it cannot decode in the terminal's encoding with U+FFFD.
    if (Arrays.stream(arguments).anyMatch(argument -> argument.indexOf('\uFFFD') >= 0)) {
      String message =
          "An argument has characters that this terminal's encoding (%s) lacks. Set LC_ALL=C.UTF-8,"
              + " or pass the text on standard input: fragments add -";
      report(message.formatted(System.getProperty("native.encoding")), arguments);
      return Command.USAGE_ERROR;
    }
    try {
      return commandLine(arguments).execute(SearchCommand.arrange(arguments));
    } catch (OutOfMemoryError | StackOverflowError e) { // picocli passes on exceptions only
      LOG.error("A command failed", e);
      return report(e instanceof OutOfMemoryError ? "Out of memory" : unexpected(e), arguments);
    }
  }

  /// All commands, or only the one that the arguments start with. The man page and the shell
  /// completions are generated from it.
  public CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new Root());
    line.setExpandAtFiles(false); // text may start with @, such as jrnl's tags
    line.getCommandSpec().versionProvider(() -> new String[] {"Fragments " + services.version()});
    Map<String, Supplier<Command>> commands = commands();
    if (arguments.length > 0 && commands.containsKey(arguments[0])) {
      commands.keySet().retainAll(Set.of(arguments[0])); // reflecting on the others takes time
    }
    commands.forEach(
        (name, make) -> {
          Command command = make.get();
          command.services = services;
          command.terminal = terminal;
          line.addSubcommand(name, command);
        });
    // For "add", a bullet is text: "- done".
    Optional.ofNullable(line.getSubcommands().get("add"))
        .ifPresent(add -> add.setUnmatchedOptionsArePositionalParams(true));
    line.registerConverter(LocalDate.class, value -> Converters.date(value, services.today()));
    line.registerConverter(Duration.class, Converters::duration);
    line.registerConverter(
        Priority.class, value -> Converters.oneOf(Priority.values(), Priority::wire, value));
    line.registerConverter(
        Order.class,
        value -> Converters.oneOf(Order.values(), it -> it.name().toLowerCase(Locale.ROOT), value));
    line.registerConverter(
        JobStatus.class, value -> Converters.oneOf(JobStatus.values(), JobStatus::wire, value));
    line.setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()));
    line.setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(this::usageError);
    line.setExecutionExceptionHandler(this::failed);
    return line;
  }

  /// The commands by name, in the order in which the help lists them.
  private static Map<String, Supplier<Command>> commands() {
    Map<String, Supplier<Command>> commands = new LinkedHashMap<>();
    commands.put("add", AddCommand::new);
    commands.put("list", ListCommand::new);
    commands.put("show", ShowCommand::new);
    commands.put("search", SearchCommand::new);
    commands.put("import", ImportCommand::new);
    commands.put("weave", WeaveCommand::new);
    commands.put("job", JobCommand::new);
    commands.put("jobs", JobsCommand::new);
    commands.put("retry", RetryCommand::new);
    commands.put("cancel", CancelCommand::new);
    commands.put("work", WorkCommand::new);
    commands.put("serve", ServeCommand::new);
    commands.put("doctor", DoctorCommand::new);
    return commands;
  }

  private int usageError(ParameterException e, String[] arguments) {
    report(String.valueOf(e.getMessage()), arguments);
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.say("See: " + command + " --help");
    return Command.USAGE_ERROR;
  }

  private int failed(Exception e, CommandLine line, ParseResult parsed) {
    String[] arguments = parsed.expandedArgs().toArray(String[]::new);
    return switch (e) {
      case ParameterException wrong -> usageError(wrong, arguments);
      case StoreUnavailableException unavailable -> {
        LOG.warn("Cannot reach the store", unavailable);
        report("Cannot reach the store: " + services.storeDescription(), arguments);
        yield Command.STORE_UNREACHABLE;
      }
      case CommandFailedException _, DataFolderException _, SecretStoreException _ ->
          report(String.valueOf(e.getMessage()), arguments);
      case StoreException store -> {
        LOG.error("The store failed", store);
        yield report("The store failed: " + store.getMessage(), arguments);
      }
      default -> {
        LOG.error("A command failed", e);
        yield report(unexpected(e), arguments);
      }
    };
  }

  private static String unexpected(Throwable e) {
    return "Unexpected error (" + e.getClass().getSimpleName() + "). See the log.";
  }

  private int report(String message, String[] arguments) {
    terminal.say(message);
    if (Arrays.asList(arguments).contains("--json")) {
      terminal.printJson(new JsonFields().add("error", message));
    }
    return Command.FAILED;
  }

  /// `fragments` with options but no command: shows the help.
  @CommandLine.Command(
      name = "fragments",
      description =
          "Write journal fragments and weave them into reports. Opens the window by default.",
      footer = {"", "Exit codes: 0 done, 1 failed, 2 usage error, 3 store unreachable."})
  static final class Root implements Runnable {
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Show this help.")
    boolean help;

    @Option(
        names = {"-V", "--version"},
        versionHelp = true,
        description = "Show the version.")
    boolean version;

    @SuppressWarnings("NullAway.Init")
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
