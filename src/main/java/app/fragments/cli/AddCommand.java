package app.fragments.cli;

import app.fragments.journal.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `add`: writes an entry.
@CommandLine.Command(description = "Add an entry to the journal.")
final class AddCommand extends Command {
  private static final Pattern OPTION = Pattern.compile("-[^\\s]");

  @Option(names = "--date", paramLabel = "D", description = "Its day; default today.")
  private @Nullable LocalDate date;

  @Option(names = "--title", paramLabel = "T", defaultValue = "", description = "Its title.")
  private String title = "";

  @Option(
      names = "--tag",
      paramLabel = "T",
      converter = TagConverter.class,
      description = "A tag; may be given many times.")
  private final List<String> tags = new ArrayList<>();

  @Parameters(
      arity = "1..*",
      paramLabel = "TEXT",
      description = "Markdown, or - for standard input.")
  private final List<String> text = new ArrayList<>();

  AddCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() throws IOException {
    refuseUnknownOptions();
    String words = text.equals(List.of("-")) ? standardInput() : String.join(" ", text);
    if (words.isBlank() && title.isBlank()) {
      throw new CommandFailedException("There is nothing to add: the text is empty");
    }
    Entry stored = services.entries().save(entry(words.strip()));
    if (json) {
      print(out -> EntryJson.write(out, stored));
    } else {
      terminal.out().println("Added " + EntryLine.of(stored.header()));
    }
    return ExitCode.DONE;
  }

  /// What looks like an option and is none comes as text, since a bullet (`"- done"`) does, too.
  private void refuseUnknownOptions() {
    if (parsed().originalArgs().contains("--")) {
      return;
    }
    text.stream()
        .filter(word -> OPTION.matcher(word).lookingAt())
        .findFirst()
        .ifPresent(
            word -> {
              throw wrongUsage(
                  "Unknown option: '" + word + "'. Put -- before text that starts with a minus");
            });
  }

  private Entry entry(String words) {
    Instant now = services.clock().instant();
    LocalDate day = date == null ? today() : date;
    LocalTime time = LocalTime.ofInstant(now, services.zone());
    Instant written =
        day.equals(today()) ? now : day.atTime(time).atZone(services.zone()).toInstant();
    return Entry.write(userId(), day, services.zone(), written, oneLine(title), words)
        .withTags(tags.stream().filter(tag -> !tag.isEmpty()).distinct().toList());
  }

  /// PowerShell puts U+FEFF before what it hands over.
  private String standardInput() throws IOException {
    String words = decoded(terminal.in().readAllBytes()).replace("\r\n", "\n");
    return words.startsWith("\uFEFF") ? words.substring(1) : words;
  }

  private String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      if (terminal.interactive()) { // a console has a code page of its own
        return new String(bytes, Charset.forName(System.getProperty("stdin.encoding")));
      }
      throw new CommandFailedException("Standard input is not UTF-8", e);
    }
  }

  private static String oneLine(String written) {
    return written.strip().replaceAll("\\s+", " ");
  }
}
