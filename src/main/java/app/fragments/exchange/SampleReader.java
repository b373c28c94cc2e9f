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

  private final List<String> lines;
  private final Set<String> keys = new HashSet<>();

  private SampleReader(String file) {
    this.lines = file.lines().toList();
  }

  /// The samples in file order.
  ///
  /// @throws IllegalArgumentException if a line is invalid or a key occurs twice
  static List<Sample> read(String file) {
    return new SampleReader(file).samples();
  }

  private List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
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

  private Sample sample(int at, int end) {
    Matcher heading = HEADING.matcher(lines.get(at));
    if (!heading.matches() || !keys.add(heading.group(2))) {
      throw invalid(at, "the key is used twice");
    }
    Matcher marks = MARKS.matcher(at + 1 < end ? lines.get(at + 1) : "");
    if (!marks.matches()) {
      throw invalid(at + 1, "expected \"day -3 17:45 #tag\"");
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
        throw invalid(at + 1, "unknown mark \"" + mark + "\"");
      }
    }
    return new Sample(
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
      throw new IllegalArgumentException(invalid(at, "no such time of day").getMessage(), e);
    }
  }

  private static IllegalArgumentException invalid(int at, String what) {
    return new IllegalArgumentException("Samples, line " + (at + 1) + ": " + what);
  }
}
