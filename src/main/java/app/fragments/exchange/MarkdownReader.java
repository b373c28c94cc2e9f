package app.fragments.exchange;

import app.fragments.exchange.FlexibleDateParser.ParsedDate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns a Markdown file into an entry. Date, title and tags come from the front matter, else from
/// the first heading and the file's name; the last resort for the date is the file's time.
///
/// @param zone where the writer was
record MarkdownReader(ZoneId zone) {
  private static final Pattern HEADING =
      Pattern.compile("\\A\\s*# +(?<title>[^\\n]+?)(?: +#+)?[ \\t]*(?:\\n|\\z)");

  private static final List<String> DATES = List.of("date", "created", "created_at");

  private static final Set<String> KNOWN_FIELDS =
      Stream.concat(DATES.stream(), Stream.of("title", "tags", "tag", "starred"))
          .collect(Collectors.toUnmodifiableSet());

  /// @param sourceId see [ImportedEntry#sourceId()]
  /// @param modified the file's time
  /// @throws ImportFormatException if the file is not a valid entry
  ImportedEntry read(Path file, String sourceId, Instant modified)
      throws IOException, ImportFormatException {
    DecodedText decoded = DecodedText.read(file);
    FrontMatter matter = FrontMatter.split(decoded.text());
    FileName name = FileName.parse(file.getFileName().toString());
    ZonedDateTime fileTime = modified.atZone(zone);
    List<String> warnings = new ArrayList<>();
    decoded.encoding().ifPresent(encoding -> warnings.add("read as " + encoding + ", not UTF-8"));
    @Nullable ParsedDate found = date(matter, name);
    if (found == null) {
      warnings.add("no date found; used the file's, " + fileTime.toLocalDate());
    }
    ParsedDate date =
        found == null
            ? new ParsedDate(fileTime.toLocalDate(), fileTime.toLocalTime(), zone)
            : found;
    Content content = content(matter, name);
    if (content.title().isEmpty() && content.text().isEmpty()) {
      throw new ImportFormatException("empty");
    }
    return new ImportedEntry(
        sourceId,
        file.toString(),
        date.date(),
        Objects.requireNonNullElse(date.zone(), zone),
        date.instant(zone, timeOfDay(date, fileTime)),
        found == null,
        content.title(),
        content.text(),
        matter.tags(),
        "true".equalsIgnoreCase(matter.text("starred")),
        matter.fieldsExcept(KNOWN_FIELDS),
        warnings.isEmpty() ? null : String.join("; ", warnings));
  }

  private static @Nullable ParsedDate date(FrontMatter matter, FileName name)
      throws ImportFormatException {
    for (String field : DATES) {
      @Nullable String text = matter.text(field);
      if (text != null) {
        return FlexibleDateParser.parse(text);
      }
    }
    return name.date() == null ? null : new ParsedDate(name.date(), null, null);
  }

  /// The file's time if it was saved on that date, otherwise noon.
  private static LocalTime timeOfDay(ParsedDate date, ZonedDateTime fileTime) {
    return fileTime.toLocalDate().equals(date.date()) ? fileTime.toLocalTime() : LocalTime.NOON;
  }

  private record Content(String title, String text) {}

  /// Drops a first heading that repeats the title.
  private static Content content(FrontMatter matter, FileName name) {
    String body = matter.body();
    Matcher matcher = HEADING.matcher(body);
    boolean hasHeading = matcher.find();
    String heading = hasHeading ? matcher.group("title").strip() : "";
    String below = (hasHeading ? body.substring(matcher.end()) : body).strip();
    @Nullable String title = matter.text("title");
    if (title != null) {
      return new Content(
          title.replaceAll("\\s+", " "), title.equalsIgnoreCase(heading) ? below : body.strip());
    }
    return heading.isEmpty()
        ? new Content(name.title(), body.strip())
        : new Content(heading, below);
  }
}
