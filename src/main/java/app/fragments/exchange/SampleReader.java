package app.fragments.exchange;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the samples from their file, whose first paragraph explains its form to people:
///
///     # Shipped the importer {#shipped-importer}
///     day -1 16:20 #release #importer starred mood:proud
///
///     Importer is live for all teams.
///
/// What stands before the first heading is not read.
final class SampleReader {
  private static final Pattern HEADING = Pattern.compile("# (.+) \\{#([a-z0-9-]+)}");
  private static final Pattern MARKS =
      Pattern.compile("day (0|-[1-9]\\d?) (\\d\\d:\\d\\d)((?: \\S+)+)");

  private final List<String> lines;
  private final Set<String> keys = new HashSet<>();

  private SampleReader(String file) {
    this.lines = file.lines().toList();
  }

  /// All samples of the file, in its order.
  ///
  /// @throws IllegalArgumentException naming the line, where the file is not in its form or uses a
  ///   key twice
  static List<SampleEntry> read(String file) {
    return new SampleReader(file).samples();
  }

  private List<SampleEntry> samples() {
    List<SampleEntry> samples = new ArrayList<>();
    for (int at = nextHeading(0); at < lines.size(); ) {
      int end = nextHeading(at + 1);
      samples.add(sample(at, end));
      at = end;
    }
    return samples;
  }

  private int nextHeading(int from) {
    int at = from;
    while (at < lines.size() && !HEADING.matcher(lines.get(at)).matches()) {
      at++;
    }
    return at;
  }

  private SampleEntry sample(int at, int end) {
    Matcher heading = HEADING.matcher(lines.get(at));
    if (!heading.matches() || !keys.add(heading.group(2))) {
      throw wrong(at, "the key is used twice");
    }
    Matcher marks = MARKS.matcher(at + 1 < end ? lines.get(at + 1) : "");
    if (!marks.matches()) {
      throw wrong(at + 1, "expected \"day -3 17:45 #tag\"");
    }
    List<String> tags = new ArrayList<>();
    boolean starred = false;
    @Nullable String mood = null;
    for (String mark : marks.group(3).strip().split(" ", -1)) {
      if (mark.startsWith("#")) {
        tags.add(mark.substring(1));
      } else if (mark.equals("starred")) {
        starred = true;
      } else if (mark.startsWith("mood:")) {
        mood = mark.substring("mood:".length());
      } else {
        throw wrong(at + 1, "unknown mark \"" + mark + "\"");
      }
    }
    return new SampleEntry(
        heading.group(2),
        heading.group(1),
        -Integer.parseInt(marks.group(1)),
        time(at + 1, marks.group(2)),
        tags,
        starred,
        mood,
        String.join("\n", lines.subList(at + 2, end)).strip());
  }

  private static LocalTime time(int at, String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(wrong(at, "no such time of day").getMessage(), e);
    }
  }

  private static IllegalArgumentException wrong(int at, String what) {
    return new IllegalArgumentException("Samples, line " + (at + 1) + ": " + what);
  }
}
