package app.fragments.ui.editor;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a typed time: `13:05`, `13.05`, `1305`, `9`, `1:05 pm`.
final class TimeParser {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:\\s*[:.h]?\\s*(\\d{2}))?\\s*(?:([ap])\\.?m?\\.?)?");
  private static final int HALF_DAY = 12;
  private static final int HOURS = 24;
  private static final int MINUTES = 60;

  private TimeParser() {}

  static Optional<LocalTime> parse(String typed) {
    Matcher matcher = TIME.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    String half = matcher.group(3);
    if (half != null) {
      if (hour < 1 || hour > HALF_DAY) {
        return Optional.empty();
      }
      hour = hour % HALF_DAY + (half.equals("p") ? HALF_DAY : 0);
    }
    return hour < HOURS && minute < MINUTES
        ? Optional.of(LocalTime.of(hour, minute))
        : Optional.empty();
  }
}
