package app.fragments.settings;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// One record on one line: time (UTC), level, thread, logger, message; a stack trace on the lines
/// below. Nothing that looks like a secret, and no line break that a message might bring along.
final class LogLine extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String format(LogRecord record) {
    String message = formatMessage(record).replace("\r", "").replace("\n", "\\n");
    StringWriter line = new StringWriter();
    PrintWriter out = new PrintWriter(line);
    out.printf(
        "%s %-7s [%s] %s - %s%n",
        TIME.format(record.getInstant()),
        record.getLevel().getName(),
        Thread.currentThread().getName(),
        record.getLoggerName(),
        message);
    if (record.getThrown() != null) {
      record.getThrown().printStackTrace(out);
    }
    return Redaction.of(line.toString());
  }
}
