package app.fragments.report.factcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads times of day off a text: "16:20", "4.20 pm", "9 am", "noon".
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
  private static final int HALF = DAY / 2;

  List<Claim.Time> read(CharSequence text) {
    List<Claim.Time> times = new ArrayList<>();
    Matcher match = TIME.matcher(text);
    while (match.find()) {
      times.add(new Claim.Time(match.start(), match.end(), minutes(match)));
    }
    return times;
  }

  private static Set<Integer> minutes(Matcher match) {
    if (match.group("word") != null) {
      return Set.of(match.group("word").equalsIgnoreCase("midnight") ? 0 : HALF);
    }
    if (match.group("clock") != null) {
      return either(Integer.parseInt(match.group("clock")) * 60);
    }
    if (match.group("hour12") != null) {
      String minute = match.group("minute12");
      int at =
          Integer.parseInt(match.group("hour12")) * 60
              + (minute == null ? 0 : Integer.parseInt(minute));
      return Set.of(inHalf(at, match.group("half12")));
    }
    int at = Integer.parseInt(match.group("hour")) * 60 + Integer.parseInt(match.group("minute"));
    String half = match.group("half");
    if (half != null) {
      return Set.of(inHalf(at, half));
    }
    return at % DAY < HALF ? either(at) : Set.of(at % DAY);
  }

  private static Set<Integer> either(int at) {
    return Set.of(at % HALF, at % HALF + HALF);
  }

  private static int inHalf(int at, String half) {
    return at % HALF + (half.equalsIgnoreCase("p") ? HALF : 0);
  }
}
