package app.fragments.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parts of a note's file name: `2026-02-01.md`, `2026-02-01-stand-up.md`, `Meeting notes.md`.
///
/// @param date the leading date, or null
/// @param title the rest as a title, may be empty
record FileName(@Nullable LocalDate date, String title) {
  private static final Pattern DATED =
      Pattern.compile("^(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})(?!\\d)[\\s_-]*(.*)$");

  static FileName parse(String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Matcher dated = DATED.matcher(stem);
    if (dated.matches()) {
      try {
        LocalDate date =
            LocalDate.of(
                Integer.parseInt(dated.group(1)),
                Integer.parseInt(dated.group(3)),
                Integer.parseInt(dated.group(4)));
        return new FileName(date, title(dated.group(5)));
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
