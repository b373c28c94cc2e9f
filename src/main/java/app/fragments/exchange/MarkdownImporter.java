package app.fragments.exchange;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;

/// Folders of Markdown files, as Obsidian and many others keep them: each file is an entry. Hidden
/// files and folders are left out, and so is what is no Markdown.
final class MarkdownImporter implements Importer {
  private final MarkdownFile reader;
  private final Path home;

  /// @param zone where the writer was
  /// @param home the user's home folder: a file in it is known by its path from there, so that it
  ///   is the same one on all of the user's computers
  MarkdownImporter(ZoneId zone, Path home) {
    this.reader = new MarkdownFile(zone);
    this.home = home;
  }

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
              sink.failed(file.toString(), "it cannot be read: " + reason(e));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            if (e != null) {
              sink.failed(folder.toString(), "it cannot be read to its end: " + reason(e));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void readFile(Path file, BasicFileAttributes attributes, Sink sink) {
    try {
      sink.entry(reader.read(file, sourceId(file), attributes.lastModifiedTime().toInstant()));
    } catch (ImportFormatException e) {
      sink.failed(file.toString(), e.reason());
    } catch (IOException e) {
      sink.failed(file.toString(), "it cannot be read: " + reason(e));
    }
  }

  private String sourceId(Path file) throws IOException {
    Path real = file.toRealPath();
    Path known = real.startsWith(home) ? Path.of("~").resolve(home.relativize(real)) : real;
    String name = known.toString().replace('\\', '/');
    // a name in another encoding than the system's: its bytes tell it from others
    return name.indexOf('\uFFFD') < 0 ? name : real.toUri().getRawPath();
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static String reason(IOException e) {
    return e.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
