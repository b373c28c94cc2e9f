package app.fragments.cli;

import app.fragments.http.JsonFields;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands that add and show entries.
final class EntrySubcommands {
  private EntrySubcommands() {}

  @CommandLine.Command(description = "Add an entry to the journal.")
  static final class AddCommand extends Command {
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
      return print(json(stored), "Added " + line(stored.header(), Integer.MAX_VALUE));
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

  @CommandLine.Command(description = "List entries, newest first.")
  static final class ListCommand extends Command {
    private static final int DEFAULT_ON_SCREEN = 50;
    private static final int TITLE_WIDTH_ON_SCREEN = 60;

    @Mixin private final SelectionOptions.Filter options = new SelectionOptions.Filter();

    @Option(names = "--limit", paramLabel = "N", description = "Maximum number.")
    private @Nullable Integer limit;

    @Override
    public Integer call() {
      rejectIf(limit != null && limit < 1, "--limit must be at least 1");
      options.check(this);
      EntryFilter filter = EntryFilter.ALL.between(options.from, options.to).withTags(options.tags);
      boolean onScreen = terminal.interactive() && !json;
      int most = limit != null ? limit : onScreen ? DEFAULT_ON_SCREEN : Integer.MAX_VALUE;
      if (json) {
        terminal.printJson(lookup().entries(filter, most).map(EntrySubcommands::json));
        return DONE;
      }
      int width = onScreen ? TITLE_WIDTH_ON_SCREEN : Integer.MAX_VALUE;
      lookup().headers(filter, most).map(it -> line(it, width)).forEach(terminal::println);
      if (limit == null && onScreen) {
        long all = services.entries().count(userId(), filter);
        if (all > most) {
          terminal.say("%,d of %,d entries; --limit N shows more".formatted(most, all));
        }
      }
      return DONE;
    }
  }

  @CommandLine.Command(description = "Print an entry.")
  static final class ShowCommand extends Command {
    @Parameters(paramLabel = "ID", description = "The entry's id, or its first characters.")
    private String id = "";

    @Override
    public Integer call() {
      Entry entry = lookup().entry(id);
      if (json) {
        terminal.printJson(json(entry));
        return DONE;
      }
      terminal.println(line(entry.header(), Integer.MAX_VALUE));
      if (entry.inTrash()) {
        terminal.println("(in the trash)");
      }
      terminal.println("");
      terminal.println(entry.text());
      return DONE;
    }
  }

  private static JsonFields json(Entry entry) {
    return new JsonFields()
        .add("id", entry.id())
        .add("date", entry.date())
        .add("created_at", entry.createdAt())
        .add("updated_at", entry.updatedAt())
        .add("title", entry.title())
        .add("text", entry.text())
        .add("tags", entry.tags())
        .add("starred", entry.starred())
        .add("deleted_at", entry.deletedAt());
  }

  /// Date, time, the start of the id, title and tags.
  ///
  /// @param width to which the title is cut
  private static String line(EntryHeader entry, int width) {
    String title = entry.title().isEmpty() ? entry.excerpt() : entry.title();
    String shown = title.length() <= width ? title : title.substring(0, width - 1) + "…";
    LocalTime time =
        LocalTime.ofInstant(entry.createdAt(), entry.timeZone()).truncatedTo(ChronoUnit.MINUTES);
    String tags = entry.tags().stream().map(tag -> "  #" + tag).collect(Collectors.joining());
    String id = Command.shortId(entry.id().value());
    return entry.date() + "  " + time + "  " + id + "  " + shown + tags;
  }
}
