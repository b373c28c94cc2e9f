package app.fragments.exchange;

import app.fragments.exchange.FlexibleDateParser.ParsedDate;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Imports a folder of Markdown files, such as an Obsidian vault: each file becomes an entry. Skips
/// hidden files and folders and everything that is not Markdown.
///
/// Date, title and tags come from the front matter, else from the first heading and the file's
/// name; the last resort for the date is the file's time.
///
/// @param home the user's home folder. A file in it is identified by its relative path, which is
///   the same on all of the user's computers.
record MarkdownImporter(ZoneId zone, Path home) implements ImportReader {
  private static final Pattern HEADING =
      Pattern.compile("\\A\\s*# +(?<title>[^\\n]+?)(?: +#+)?[ \\t]*(?:\\n|\\z)");
  private static final List<String> DATES = List.of("date", "created", "created_at");
  private static final Set<String> KNOWN_FIELDS =
      Set.of("date", "created", "created_at", "title", "tags", "tag", "starred");

  static boolean isMarkdown(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".markdown");
  }

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public void read(Path path, Sink sink) throws IOException {
    if (Files.isRegularFile(path)) {
      readFile(path, Files.readAttributes(path, BasicFileAttributes.class), sink);
      return;
    }
    Files.walkFileTree(
        path,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(path) && isHidden(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (sink.isCancelled()) {
              return FileVisitResult.TERMINATE;
            }
            if (isMarkdown(file.getFileName().toString()) && !isHidden(file)) {
              readFile(file, attributes, sink);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (!(e instanceof FileSystemLoopException)) {
              unreadable(file, e, sink);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
          }
        });
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private void readFile(Path file, BasicFileAttributes attributes, Sink sink) {
    try {
      sink.entry(entry(file, attributes.lastModifiedTime().toInstant().atZone(zone)));
    } catch (ImportFormatException e) {
      sink.failed(file.toString(), e.reason());
    } catch (IOException e) {
      unreadable(file, e, sink);
    }
  }

  /// Names the exception's type in words: its message is often only the path.
  private static void unreadable(Path path, IOException e, Sink sink) {
    String type = e.getClass().getSimpleName().replaceFirst("Exception$", "");
    String words = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    sink.failed(path.toString(), words.isEmpty() ? "can't be read" : "can't be read: " + words);
  }

  private String sourceId(Path file) throws IOException {
    Path real = file.toRealPath();
    Path known = real.startsWith(home) ? Path.of("~").resolve(home.relativize(real)) : real;
    String name = known.toString().replace('\\', '/');
    // a name in an encoding other than the system's: only its bytes are unique
    return name.indexOf('\uFFFD') < 0 ? name : real.toUri().getRawPath();
  }

  private ImportedEntry entry(Path file, ZonedDateTime fileTime)
      throws IOException, ImportFormatException {
    String sourceId = sourceId(file);
    DecodedText decoded = DecodedText.read(file);
    FrontMatter matter = FrontMatter.split(decoded.text());
    FileName name = FileName.parse(file.getFileName().toString());
    LocalDate fileDate = fileTime.toLocalDate();
    List<String> warnings = new ArrayList<>();
    decoded.encoding().ifPresent(encoding -> warnings.add("read as " + encoding + ", not UTF-8"));
    @Nullable ParsedDate found = date(matter, name);
    if (found == null) {
      warnings.add("no date found; used the file's date, " + fileDate);
    }
    ParsedDate date =
        found == null ? new ParsedDate(fileDate, fileTime.toLocalTime(), zone) : found;
    // without a time, use the file's if it was saved on that date
    LocalTime time = fileDate.equals(date.date()) ? fileTime.toLocalTime() : LocalTime.NOON;
    Content content = Content.of(matter, name);
    if (content.title().isEmpty() && content.text().isEmpty()) {
      throw new ImportFormatException("empty");
    }
    return new ImportedEntry(
        sourceId,
        file.toString(),
        date.date(),
        Objects.requireNonNullElse(date.zone(), zone),
        date.instant(zone, time),
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

  private record Content(String title, String text) {
    /// Drops a first heading that repeats the title.
    static Content of(FrontMatter matter, FileName name) {
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

  /// The parts of a file name such as `2026-02-01-stand-up.md`. The title may be empty.
  private record FileName(@Nullable LocalDate date, String title) {
    private static final Pattern DATED =
        Pattern.compile("^(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})(?!\\d)[\\s_-]*(.*)$");

    static FileName parse(String name) {
      int dot = name.lastIndexOf('.');
      String stem = dot > 0 ? name.substring(0, dot) : name;
      Matcher dated = DATED.matcher(stem);
      if (dated.matches()) {
        try {
          String date = String.join("-", dated.group(1), dated.group(3), dated.group(4));
          return new FileName(LocalDate.parse(date), title(dated.group(5)));
        } catch (DateTimeException e) {
          // digits that are not a date
        }
      }
      return new FileName(null, title(stem));
    }

    /// `stand-up` becomes "Stand up". A name with spaces keeps its hyphens.
    private static String title(String rest) {
      String title = rest.strip();
      if (!title.contains(" ")) {
        title = title.replace('-', ' ').replace('_', ' ').strip();
      }
      return title.isEmpty() ? "" : Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }
  }
}
