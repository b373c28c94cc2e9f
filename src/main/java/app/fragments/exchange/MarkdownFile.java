package app.fragments.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes an entry of a Markdown file: its day, title and tags from the front matter, else from the
/// first heading and the file's name, else from the file's time.
///
/// @param zone where the writer was
record MarkdownFile(ZoneId zone) {
  private static final Pattern HEADING =
      Pattern.compile("\\A\\s*# +(?<title>[^\\n]+?)(?: +#+)?[ \\t]*(?:\\n|\\z)");

  private static final List<String> DATES = List.of("date", "created", "created_at");

  /// The fields that an entry is made of; a second date says nothing of its own.
  private static final Set<String> TAKEN =
      Stream.concat(DATES.stream(), Stream.of("title", "tags", "tag", "starred"))
          .collect(Collectors.toUnmodifiableSet());

  /// @param sourceId see [ImportedEntry#sourceId()]
  /// @param changed the file's time
  /// @throws Unreadable where no entry can be made of it
  ImportedEntry read(Path file, String sourceId, Instant changed)
      throws IOException, ImportFormatException {
    DecodedText text = DecodedText.read(file);
    FrontMatter matter = FrontMatter.split(text.text());
    FileName name = FileName.parse(file.getFileName().toString());
    @Nullable FlexibleDateParser written = date(matter, name);
    ZonedDateTime fileTime = changed.atZone(zone);
    List<String> warnings = new ArrayList<>();
    text.encoding().ifPresent(encoding -> warnings.add("read as " + encoding + ", not UTF-8"));
    if (written == null) {
      warnings.add("no date in it, so the file's time is taken: " + fileTime.toLocalDate());
    }
    FlexibleDateParser date =
        written == null
            ? new FlexibleDateParser(fileTime.toLocalDate(), fileTime.toLocalTime(), zone)
            : written;
    Content content = content(matter, name);
    if (content.title().isEmpty() && content.text().isEmpty()) {
      throw new ImportFormatException("it is empty");
    }
    return new ImportedEntry(
        sourceId,
        file.toString(),
        date.date(),
        Objects.requireNonNullElse(date.zone(), zone),
        date.instant(zone, timeOfDay(date, fileTime)),
        written == null,
        content.title(),
        content.text(),
        matter.tags(),
        "true".equalsIgnoreCase(matter.text("starred")),
        matter.fieldsBeside(TAKEN),
        warnings.isEmpty() ? null : String.join("; ", warnings));
  }

  private static @Nullable FlexibleDateParser date(FrontMatter matter, FileName name)
      throws ImportFormatException {
    for (String field : DATES) {
      @Nullable String written = matter.text(field);
      if (written != null) {
        return FlexibleDateParser.parse(written);
      }
    }
    return name.date() == null ? null : new FlexibleDateParser(name.date(), null, null);
  }

  /// A note saved on its own day was written when it was last saved, as far as anybody knows.
  private static LocalTime timeOfDay(FlexibleDateParser date, ZonedDateTime fileTime) {
    return fileTime.toLocalDate().equals(date.date()) ? fileTime.toLocalTime() : LocalTime.NOON;
  }

  private record Content(String title, String text) {}

  /// A heading at the top that is the title is not said twice.
  private static Content content(FrontMatter matter, FileName name) {
    String body = matter.body();
    Optional<Matcher> heading = Optional.of(HEADING.matcher(body)).filter(Matcher::find);
    String below = heading.map(found -> body.substring(found.end())).orElse(body).strip();
    String headed = heading.map(found -> found.group("title").strip()).orElse("");
    @Nullable String title = matter.text("title");
    if (title != null) {
      return new Content(oneLine(title), title.equalsIgnoreCase(headed) ? below : body.strip());
    }
    return headed.isEmpty() ? new Content(name.title(), body.strip()) : new Content(headed, below);
  }

  private static String oneLine(String title) {
    return title.replaceAll("\\s+", " ").strip();
  }
}
