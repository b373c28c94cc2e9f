package app.fragments.settings;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The log: rotating files in the data folder, nothing on the terminal. Each process has its own
/// files, `fragments.<process>.<age>.log`, the newest with age 0.
///
/// @param quiet the loggers of noisy libraries, held because Java drops the level of a logger that
///   is garbage collected
public record Logs(Handler handler, List<Logger> quiet) implements AutoCloseable {
  private static final int FILES = 5;
  private static final int BYTES_PER_FILE = 2_000_000;

  /// The levels of noisy libraries. The built-in server's encoder would log entire documents, and
  /// Google's client warns at every call about options that were set on purpose.
  private static final Map<String, Level> QUIET =
      Map.of(
          "org.mongodb", Level.WARNING,
          "io.netty", Level.WARNING,
          "okhttp3", Level.WARNING,
          "de.bwaldvogel", Level.WARNING,
          "de.bwaldvogel.mongo.wire", Level.OFF,
          "org.freedesktop", Level.WARNING,
          "org.apache.lucene", Level.SEVERE, // it warns about modules that it does not need
          "com.google", Level.WARNING,
          "com.google.genai.ApiClient", Level.SEVERE);

  /// Redirects all logging to the files. Hold on to the result while the program runs.
  ///
  /// @throws UncheckedIOException if no file can be written
  public static Logs open(DataFolder data) {
    try {
      PrivateFiles.createFolder(data.logs());
      String pattern = data.logs().toString().replace("%", "%%") + "/fragments.%u.%g.log";
      FileHandler handler = new FileHandler(pattern, BYTES_PER_FILE, FILES, true);
      handler.setEncoding(StandardCharsets.UTF_8.name());
      handler.setFormatter(new LineFormatter());
      LogManager.getLogManager().reset();
      Logger root = Logger.getLogger("");
      root.setLevel(Level.INFO);
      root.addHandler(handler);
      List<Logger> quiet = QUIET.keySet().stream().map(Logger::getLogger).toList();
      quiet.forEach(logger -> logger.setLevel(QUIET.get(logger.getName())));
      return new Logs(handler, quiet);
    } catch (IOException e) {
      throw new UncheckedIOException("Can't write a log to " + data.logs(), e);
    }
  }

  /// The most recently written log file, or empty if there is none.
  public static Optional<Path> newest(DataFolder data) {
    try (Stream<Path> files = Files.list(data.logs())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(handler);
    handler.close();
  }

  /// One line per record: time (UTC), level, thread, logger, message. A stack trace follows on its
  /// own lines. Line breaks in messages are escaped and secrets redacted.
  static final class LineFormatter extends Formatter {
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern GOOGLE_KEY = Pattern.compile("AIza[0-9A-Za-z_-]{20,}");
    private static final Pattern PASSWORD_IN_URI =
        Pattern.compile("(?i)([a-z][a-z0-9+.-]*://[^\\s:/?@]*):[^\\s?]*@");
    private static final Pattern NAMED =
        Pattern.compile(
            "(?i)((?:api[-_]?key|[?&]key|x-goog-api-key|token|password|passwd|secret)[\"']?\\s*[:=]\\s*[\"']?)[^\\s\"'&,;)}\\]]+");
    private static final Pattern BEARER = Pattern.compile("(?i)(bearer )[^\\s\"',;]+");

    @Override
    public String format(LogRecord record) {
      StringWriter line = new StringWriter();
      PrintWriter out = new PrintWriter(line);
      out.printf(
          "%s %-7s [%s] %s - %s%n",
          TIME.format(record.getInstant()),
          record.getLevel().getName(),
          Thread.currentThread().getName(),
          record.getLoggerName(),
          formatMessage(record).replace("\r", "").replace("\n", "\\n"));
      if (record.getThrown() != null) {
        record.getThrown().printStackTrace(out);
      }
      return redact(line.toString());
    }

    /// Masks anything that looks like a secret: the last safeguard before the log.
    static String redact(String text) {
      String redacted = GOOGLE_KEY.matcher(text).replaceAll("***");
      redacted = PASSWORD_IN_URI.matcher(redacted).replaceAll("$1:***@");
      redacted = BEARER.matcher(redacted).replaceAll("$1***");
      return NAMED.matcher(redacted).replaceAll("$1***");
    }
  }
}
