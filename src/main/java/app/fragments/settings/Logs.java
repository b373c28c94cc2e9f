package app.fragments.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The process's log: files in the data folder that rotate, and nothing on the terminal.
///
/// Each of several processes writes files of its own, `fragments.<process>.<age>.log`, newest age
/// 0. Keep the object as long as the program runs: Java's logging forgets the levels of loggers
/// that nobody holds.
public final class Logs implements AutoCloseable {
  private static final int FILES = 5;
  private static final int BYTES_PER_FILE = 2_000_000;

  /// Libraries that talk too much, and from which level on they are heard. The server's encoder
  /// would print a whole document, an entry's text with it; Google's client warns at each call of
  /// what the user may well have meant.
  private static final Map<String, Level> QUIET =
      Map.of(
          "org.mongodb", Level.WARNING,
          "io.netty", Level.WARNING,
          "okhttp3", Level.WARNING,
          "de.bwaldvogel", Level.WARNING,
          "de.bwaldvogel.mongo.wire", Level.OFF,
          "org.freedesktop", Level.WARNING,
          "com.google", Level.WARNING,
          "com.google.genai.ApiClient", Level.SEVERE);

  private final Path folder;
  private final Handler handler;
  private final List<Logger> quiet;

  private Logs(Path folder, Handler handler, List<Logger> quiet) {
    this.folder = folder;
    this.handler = handler;
    this.quiet = quiet;
  }

  /// Sends all that is logged from now on to the files.
  ///
  /// @throws UncheckedIOException where no file can be written
  public static Logs open(DataFolder data) {
    try {
      PrivateFiles.createFolder(data.logs());
      String pattern = data.logs().toString().replace("%", "%%") + "/fragments.%u.%g.log";
      FileHandler handler = new FileHandler(pattern, BYTES_PER_FILE, FILES, true);
      handler.setEncoding(StandardCharsets.UTF_8.name());
      handler.setFormatter(new LogLine());
      LogManager.getLogManager().reset();
      Logger root = Logger.getLogger("");
      root.setLevel(Level.INFO);
      root.addHandler(handler);
      List<Logger> quiet = QUIET.keySet().stream().map(Logger::getLogger).toList();
      quiet.forEach(logger -> logger.setLevel(QUIET.get(logger.getName())));
      return new Logs(data.logs(), handler, quiet);
    } catch (IOException e) {
      throw new UncheckedIOException("No log can be written to " + data.logs(), e);
    }
  }

  /// The log file written to last, or empty where there is none yet.
  public static Optional<Path> newest(DataFolder data) {
    try (Stream<Path> files = Files.list(data.logs())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .max(Comparator.comparing(Logs::modified));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /// The folder the files are in.
  public Path folder() {
    return folder;
  }

  /// The loggers that are held at warnings.
  List<Logger> quiet() {
    return quiet;
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(handler);
    handler.close();
  }
}
