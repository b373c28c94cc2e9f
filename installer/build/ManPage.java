import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The man page with all commands and their options, in man(7) macros.
///
/// @param template the page with the placeholders `@DATE@`, `@VERSION@`, `@OPTIONS@` and
///   `@COMMANDS@`
record ManPage(String template, Release release) {

  String render(CommandLine commands) {
    CommandSpec root = commands.getCommandSpec();
    return template
        .replace("@DATE@", release.date())
        .replace("@VERSION@", release.version())
        .replace("@OPTIONS@", lines(root.options().stream().map(ManPage::option)))
        .replace(
            "@COMMANDS@", lines(commands.getSubcommands().values().stream().map(ManPage::command)));
  }

  private static String command(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    return lines(
        Stream.of(
                Stream.of(
                    ".SS " + spec.name(),
                    text(spec.usageMessage().description()),
                    ".PP",
                    Roff.bold(spec.qualifiedName()) + " " + Roff.literal(synopsis(command))),
                spec.positionalParameters().stream().map(ManPage::parameter),
                spec.options().stream().filter(option -> !option.inherited()).map(ManPage::option))
            .flatMap(parts -> parts));
  }

  /// The command's synopsis, on one line.
  private static String synopsis(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF))
        .detailedSynopsis(0, null, true)
        .strip()
        .substring(name.length())
        .strip()
        .replaceAll("\\s+", " ");
  }

  private static String parameter(PositionalParamSpec parameter) {
    return lines(
        Stream.of(".TP", Roff.italic(parameter.paramLabel()), text(parameter.description())));
  }

  private static String option(OptionSpec option) {
    String names = Stream.of(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
    String value = option.arity().max() == 0 ? "" : "=" + Roff.italic(option.paramLabel());
    return lines(Stream.of(".TP", names + value, text(option.description())));
  }

  private static String text(String[] paragraphs) {
    return Roff.prose(String.join(" ", paragraphs));
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }
}
