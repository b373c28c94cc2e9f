package app.fragments.generator.digest;

import app.fragments.generator.digest.Sentence.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a paragraph into lines where each line is a separate note (times, ticks, short notes),
/// and joins lines that an editor only wrapped.
final class LineSplitter {
  /// Longer lines may have been wrapped.
  private static final int MAX_NOTE_LENGTH = 60;

  static final char HARD_BREAK = '\u2028';

  private static final int MIN_NOTES = 3;
  private static final Pattern START =
      Pattern.compile(
          "\\s*(?:(?<done>\\[[xX]]|[✓✔✅☑]\\uFE0F?)|(?<open>\\["
              + " ]|☐)|[•‣▪◦→–—]|(?<time>\\d{1,2}[:.]\\d{2}\\b))\\s*");

  private LineSplitter() {}

  /// A line, or several joined ones, without bullet or tick box. A task in plain text has its own
  /// kind, any other line the paragraph's.
  record Line(Kind kind, String text) {}

  static List<Line> split(String paragraph, Kind kind) {
    List<Line> lines = new ArrayList<>();
    for (String part : paragraph.split(String.valueOf(HARD_BREAK), -1)) {
      List<String> written = Arrays.asList(part.strip().split("\n", -1));
      boolean notes =
          written.size() >= MIN_NOTES && written.stream().allMatch(LineSplitter::isNote);
      StringBuilder joined = new StringBuilder();
      for (String line : written) {
        if (!joined.isEmpty() && (notes || START.matcher(line).lookingAt())) {
          lines.add(line(joined.toString(), kind));
          joined.setLength(0);
        }
        joined.append(joined.isEmpty() ? "" : "\n").append(line);
      }
      lines.add(line(joined.toString(), kind));
    }
    return lines;
  }

  private static boolean isNote(String line) {
    String text = line.strip();
    int first = text.isEmpty() ? ' ' : text.codePointAt(0);
    return text.length() <= MAX_NOTE_LENGTH
        && (Character.isUpperCase(first) || Character.isDigit(first));
  }

  private static Line line(String text, Kind kind) {
    Matcher start = START.matcher(text);
    if (!start.lookingAt() || start.group("time") != null) {
      return new Line(kind, text);
    }
    boolean done = start.group("done") != null;
    Kind task = start.group("open") != null ? Kind.OPEN_TASK : kind;
    return new Line(done ? Kind.DONE_TASK : task, text.substring(start.end()));
  }
}
