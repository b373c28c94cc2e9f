package app.fragments.cli;

import app.fragments.settings.DataFolderException;
import app.fragments.settings.SecretStoreException;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command line: finds the command, runs it and says how it ended.
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final CliServices services;
  private final Terminal terminal;

  public Commands(CliServices services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  /// Runs one command.
  ///
  /// @return the exit code: 0 done, 1 the operation failed, 2 wrong usage, 3 the store cannot be
  ///   reached
  public int run(String... arguments) {
    int exitCode =
        Arrays.stream(arguments).anyMatch(Commands::isGarbled)
            ? garbled(arguments)
            : execute(arguments);
    if (terminal.out().checkError() && exitCode == ExitCode.DONE) {
      exitCode = ExitCode.FAILED;
      terminal.err().println("Not all of the output could be written");
    }
    terminal.err().flush();
    return exitCode;
  }

  private int execute(String[] arguments) {
    try {
      return commandLine(arguments).execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError e) { // picocli hands exceptions over alone
      LOG.error("A command failed", e);
      return report(
          e instanceof OutOfMemoryError ? "It takes more memory than there is" : unexpected(e),
          Arrays.asList(arguments).contains("--json"));
    }
  }

  /// All commands with their options, for what describes them: the man page, the completions.
  public CommandLine commandLine() {
    return commandLine(new String[0]);
  }

  private CommandLine commandLine(String[] arguments) {
    CommandLine line = new CommandLine(new Root());
    line.setExpandAtFiles(false); // words may start with an @: people, jrnl's tags
    line.getCommandSpec().versionProvider(version());
    Map<String, Supplier<Command>> commands = commands();
    if (arguments.length > 0 && commands.containsKey(arguments[0])) {
      commands.keySet().retainAll(Set.of(arguments[0])); // reading the others' options takes time
    }
    commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    @Nullable CommandLine add = line.getSubcommands().get("add");
    if (add != null) {
      add.setUnmatchedOptionsArePositionalParams(true); // a bullet is text: "- done"
    }
    line.registerConverter(LocalDate.class, new DayConverter(services.clock(), services.zone()));
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(this::wrongUsage);
    line.setExecutionExceptionHandler(this::failed);
    return line;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private Map<String, Supplier<Command>> commands() {
    Map<String, Supplier<Command>> commands = new LinkedHashMap<>();
    commands.put("add", () -> new AddCommand(services, terminal));
    commands.put("list", () -> new ListCommand(services, terminal));
    commands.put("show", () -> new ShowCommand(services, terminal));
    commands.put("import", () -> new ImportCommand(services, terminal));
    commands.put("weave", () -> new WeaveCommand(services, terminal));
    commands.put("job", () -> new JobCommand(services, terminal));
    commands.put("jobs", () -> new JobsCommand(services, terminal));
    commands.put("retry", () -> new RetryCommand(services, terminal));
    commands.put("cancel", () -> new CancelCommand(services, terminal));
    commands.put("work", () -> new WorkCommand(services, terminal));
    commands.put("serve", () -> new ServeCommand(services, terminal));
    commands.put("doctor", () -> new DoctorCommand(services, terminal));
    return commands;
  }

  private IVersionProvider version() {
    return () -> new String[] {"Fragments " + services.version()};
  }

  /// Java puts U+FFFD for each byte that it cannot read in the terminal's encoding.
  private static boolean isGarbled(String argument) {
    return argument.indexOf('\uFFFD') >= 0;
  }

  private int garbled(String[] arguments) {
    report(
        "An argument has letters that are not in this terminal's encoding ("
            + System.getProperty("native.encoding")
            + "). Set LC_ALL=C.UTF-8, or hand a text over on standard input: fragments add -",
        Arrays.asList(arguments).contains("--json"));
    return ExitCode.WRONG_USAGE;
  }

  private int wrongUsage(ParameterException e, String[] arguments) {
    String message = String.valueOf(e.getMessage());
    report(message, Arrays.asList(arguments).contains("--json"));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println("See: " + command + " --help");
    return ExitCode.WRONG_USAGE;
  }

  private int failed(Exception e, CommandLine line, ParseResult parsed) {
    boolean json = parsed.expandedArgs().contains("--json");
    return switch (e) {
      case ParameterException wrong ->
          wrongUsage(wrong, parsed.expandedArgs().toArray(String[]::new));
      case StoreUnavailableException away -> {
        LOG.warn("The store cannot be reached", away);
        report("The store cannot be reached: " + services.storeDescription(), json);
        yield ExitCode.STORE_AWAY;
      }
      case CommandFailedException failed -> report(String.valueOf(failed.getMessage()), json);
      case DataFolderException folder -> report(String.valueOf(folder.getMessage()), json);
      case SecretStoreException secret -> report(String.valueOf(secret.getMessage()), json);
      case StoreException store -> {
        LOG.error("The store failed", store);
        yield report("The store failed: " + store.getMessage(), json);
      }
      default -> {
        LOG.error("A command failed", e);
        yield report(unexpected(e), json);
      }
    };
  }

  private static String unexpected(Throwable e) {
    return "This should not have happened ("
        + e.getClass().getSimpleName()
        + "). The log says more.";
  }

  private int report(String message, boolean json) {
    terminal.err().println(message);
    if (json) {
      JsonDocument.print(
          terminal,
          document -> {
            document.writeStartObject();
            document.writeStringField("error", message);
            document.writeEndObject();
          });
    }
    return ExitCode.FAILED;
  }

  /// The command without a command: shows the help.
  @CommandLine.Command(
      name = "fragments",
      description = "A journal of fragments, woven into reports. Without a command: the window.",
      footer = {
        "",
        "Exit codes: 0 done, 1 the operation failed, 2 wrong usage, 3 the store cannot be reached."
      })
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

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    Root() {}

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
