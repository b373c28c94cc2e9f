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

/// Imports a folder of Markdown files, such as an Obsidian vault: each file becomes an entry. Skips
/// hidden files and folders and everything that is not Markdown.
final class MarkdownImporter implements Importer {
  private final MarkdownReader reader;
  private final Path home;

  /// @param zone where the writer was
  /// @param home the user's home folder. A file in it is identified by its relative path, so that
  ///   it is the same one on all of the user's computers.
  MarkdownImporter(ZoneId zone, Path home) {
    this.reader = new MarkdownReader(zone);
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
              unreadable(file, e, sink);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            if (e != null) {
              unreadable(folder, e, sink);
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
      unreadable(file, e, sink);
    }
  }

  /// Names the exception's type in words: its message is often only the path.
  private static void unreadable(Path path, IOException e, Sink sink) {
    String type = e.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    sink.failed(path.toString(), "can't be read: " + type.toLowerCase(Locale.ROOT));
  }

  private String sourceId(Path file) throws IOException {
    Path real = file.toRealPath();
    Path known = real.startsWith(home) ? Path.of("~").resolve(home.relativize(real)) : real;
    String name = known.toString().replace('\\', '/');
    // a name in an encoding other than the system's: only its bytes are unique
    return name.indexOf('\uFFFD') < 0 ? name : real.toUri().getRawPath();
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }
}
