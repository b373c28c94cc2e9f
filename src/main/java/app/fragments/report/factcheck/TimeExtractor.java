package app.fragments.report.factcheck;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Extracts times of day: "16:20", "4.20 pm", "9 am", "noon".
final class TimeExtractor {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\p{N}.:,])(?:(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?![\\p{N}:])"
              + "(?:\\s?(?<half>[ap])\\.?m\\b\\.?)?"
              + "|(?<hour12>1[0-2]|0?\\d)(?:[.:](?<minute12>[0-5]\\d))?\\s?(?<half12>[ap])\\.?m\\b\\.?"
              + "|(?<clock>1[0-2]|0?[1-9])\\s?o['’]clock)"
              + "|(?<![\\p{L}\\p{N}])(?<word>noon|midday|midnight)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final int DAY = 24 * 60;
  private static final int HALF_DAY = DAY / 2;

  private TimeExtractor() {}

  static List<Claim.Time> extract(CharSequence text) {
    return TIME.matcher(text)
        .results()
        .map(match -> new Claim.Time(match.start(), match.end(), minutes(match)))
        .toList();
  }

  private static Set<Integer> minutes(MatchResult match) {
    if (match.group("word") != null) {
      return Set.of(match.group("word").equalsIgnoreCase("midnight") ? 0 : HALF_DAY);
    }
    if (match.group("clock") != null) {
      return bothHalves(minutes(match.group("clock"), null));
    }
    String suffix = match.group("hour12") == null ? "" : "12";
    int time = minutes(match.group("hour" + suffix), match.group("minute" + suffix));
    String half = match.group("half" + suffix);
    if (half != null) {
      return Set.of(time % HALF_DAY + (half.equalsIgnoreCase("p") ? HALF_DAY : 0));
    }
    return time % DAY < HALF_DAY ? bothHalves(time) : Set.of(time % DAY);
  }

  private static int minutes(String hour, @Nullable String minute) {
    return Integer.parseInt(hour) * 60 + (minute == null ? 0 : Integer.parseInt(minute));
  }

  private static Set<Integer> bothHalves(int time) {
    return Set.of(time % HALF_DAY, time % HALF_DAY + HALF_DAY);
  }
}
