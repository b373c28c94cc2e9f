package app.fragments.cli;

import app.fragments.http.EntryJson;
import app.fragments.journal.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "Add an entry to the journal.")
final class AddCommand extends Command {
  private static final Pattern OPTION = Pattern.compile("-[^\\s]");

  @Option(names = "--date", paramLabel = "D", description = "Date of the entry; default today.")
  private @Nullable LocalDate date;

  @Option(names = "--title", paramLabel = "T", defaultValue = "", description = "Title.")
  private String title = "";

  @Option(
      names = "--tag",
      paramLabel = "T",
      converter = Converters.TagConverter.class,
      description = "Tag; repeatable.")
  private final List<String> tags = new ArrayList<>();

  @Parameters(
      arity = "1..*",
      paramLabel = "TEXT",
      description = "Markdown, or - to read standard input.")
  private final List<String> text = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    rejectUnknownOptions();
    String markdown = text.equals(List.of("-")) ? standardInput() : String.join(" ", text);
    if (markdown.isBlank() && title.isBlank()) {
      throw new CommandFailedException("Nothing to add: the text is empty");
    }
    Entry stored = services.entries().save(entry(markdown.strip()));
    return print(
        EntryJson.of(stored), "Added " + EntryText.line(stored.header(), Integer.MAX_VALUE));
  }

  /// picocli passes unknown options as text, because a bullet (`"- done"`) must be accepted.
  private void rejectUnknownOptions() {
    boolean escaped = spec.commandLine().getParseResult().originalArgs().contains("--");
    for (String word : text) {
      rejectIf(
          !escaped && OPTION.matcher(word).lookingAt(),
          "Unknown option: '" + word + "'. Put -- before text that starts with a hyphen");
    }
  }

  private Entry entry(String markdown) {
    ZonedDateTime now = ZonedDateTime.now(services.clock());
    LocalDate day = date == null ? now.toLocalDate() : date;
    boolean today = day.equals(now.toLocalDate());
    Instant createdAt =
        (today ? now : day.atTime(now.toLocalTime()).atZone(now.getZone())).toInstant();
    String line = title.strip().replaceAll("\\s+", " ");
    return Entry.write(userId(), day, now.getZone(), createdAt, line, markdown)
        .withTags(tags.stream().filter(tag -> !tag.isEmpty()).distinct().toList());
  }

  private String standardInput() throws IOException {
    byte[] bytes = terminal.in().readAllBytes();
    String input;
    try {
      input = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      if (!terminal.interactive()) {
        throw new CommandFailedException("Standard input is not UTF-8", e);
      }
      // A Windows console has its own code page.
      input = new String(bytes, Charset.forName(System.getProperty("stdin.encoding")));
    }
    return input.replaceFirst("^\uFEFF", "").replace("\r\n", "\n"); // PowerShell writes a BOM
  }
}
