package app.fragments.exchange;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the samples' file. Everything before the first heading is a comment. Each sample looks like
///
///     # Shipped the importer {#shipped-importer}
///     day -1 16:20 #release #importer starred mood:proud
///
///     Importer is live for all teams.
final class SampleReader {
  private static final Pattern HEADING = Pattern.compile("# (.+) \\{#([a-z0-9-]+)}");
  private static final Pattern MARKS =
      Pattern.compile("day (0|-[1-9]\\d?) (\\d\\d:\\d\\d)((?: \\S+)+)");

  private SampleReader() {}

  /// A sample without a date.
  ///
  /// @param key unique among the samples
  /// @param daysBack working days before the newest sample
  record Sample(
      String key,
      String title,
      int daysBack,
      LocalTime time,
      List<String> tags,
      boolean starred,
      @Nullable String mood,
      String text) {
    static final Comparator<Sample> OLDEST_FIRST =
        Comparator.comparingInt(Sample::daysBack).reversed().thenComparing(Sample::time);

    Sample {
      tags = List.copyOf(tags);
    }
  }

  /// The samples in file order.
  ///
  /// @throws IllegalArgumentException if a line is invalid or a key occurs twice
  static List<Sample> read(String file) {
    List<String> lines = file.lines().toList();
    List<Sample> samples = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int at = nextHeading(lines, 0); at < lines.size(); ) {
      int end = nextHeading(lines, at + 1);
      Sample sample = sample(lines.subList(at, end), at + 1);
      if (!keys.add(sample.key())) {
        throw invalid(at + 1, "the key is used twice", null);
      }
      samples.add(sample);
      at = end;
    }
    return samples;
  }

  private static int nextHeading(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && !HEADING.matcher(lines.get(at)).matches()) {
      at++;
    }
    return at;
  }

  private static Sample sample(List<String> lines, int number) {
    Matcher marks = MARKS.matcher(lines.size() < 2 ? "" : lines.get(1));
    if (!marks.matches()) {
      throw invalid(number + 1, "expected \"day -3 17:45 #tag\"", null);
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
        throw invalid(number + 1, "unknown mark \"" + mark + "\"", null);
      }
    }
    try {
      return new Sample(
          HEADING.matcher(lines.getFirst()).replaceFirst("$2"),
          HEADING.matcher(lines.getFirst()).replaceFirst("$1"),
          -Integer.parseInt(marks.group(1)),
          LocalTime.parse(marks.group(2)),
          tags,
          starred,
          mood,
          String.join("\n", lines.subList(2, lines.size())).strip());
    } catch (DateTimeException e) {
      throw invalid(number + 1, "no such time of day", e);
    }
  }

  private static IllegalArgumentException invalid(int line, String what, @Nullable Throwable e) {
    return new IllegalArgumentException("Samples, line " + line + ": " + what, e);
  }
}
