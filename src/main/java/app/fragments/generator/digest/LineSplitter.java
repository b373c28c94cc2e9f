package app.fragments.generator.digest;

import app.fragments.generator.digest.Sentence.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells a paragraph that is written line by line (times, signs, short notes) from one that was
/// broken to fit a page, whose lines go on.
final class LineSplitter {
  /// Longer lines may have been broken by an editor.
  private static final int SHORT = 60;

  private static final int FEWEST = 3;

  private static final Pattern START =
      Pattern.compile(
          "\\s*(?:(?<done>\\[[xX]]|[✓✔✅☑]\\uFE0F?)|(?<open>\\["
              + " ]|☐)|[•‣▪◦→–—]|(?<time>\\d{1,2}[:.]\\d{2}\\b))\\s*");

  private LineSplitter() {}

  /// A line, or several that go on.
  ///
  /// @param kind the paragraph's, or that of a task in plain text
  /// @param text without the sign before it
  record Line(Kind kind, String text) {}

  static List<Line> of(String paragraph, Kind kind) {
    List<Line> lines = new ArrayList<>();
    for (String part : paragraph.split(String.valueOf(VisibleText.LINE_END), -1)) {
      String[] written = part.strip().split("\n", -1);
      boolean apart = areNotes(written);
      StringBuilder flowing = new StringBuilder();
      for (String line : written) {
        if (!flowing.isEmpty() && (apart || START.matcher(line).lookingAt())) {
          lines.add(line(flowing.toString(), kind));
          flowing.setLength(0);
        }
        flowing.append(flowing.isEmpty() ? "" : "\n").append(line);
      }
      lines.add(line(flowing.toString(), kind));
    }
    return lines;
  }

  private static boolean areNotes(String[] lines) {
    for (String line : lines) {
      String text = line.strip();
      int first = text.isEmpty() ? ' ' : text.codePointAt(0);
      if (text.length() > SHORT || !(Character.isUpperCase(first) || Character.isDigit(first))) {
        return false;
      }
    }
    return lines.length >= FEWEST;
  }

  private static Line line(String text, Kind kind) {
    Matcher start = START.matcher(text);
    if (!start.lookingAt() || start.group("time") != null) {
      return new Line(kind, text);
    }
    Kind task =
        start.group("done") != null
            ? Kind.DONE_TASK
            : start.group("open") != null ? Kind.OPEN_TASK : kind;
    return new Line(task, text.substring(start.end()));
  }
}
