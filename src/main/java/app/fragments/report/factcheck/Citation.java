package app.fragments.report.factcheck;

import app.fragments.report.markdown.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A citation of fragments, such as `[F3]`, `[F3, F7]` or `[F3-F5]`.
///
/// @param start offset in the passage's text
/// @param mentions the fragments it names, in order; a range names every fragment in it
public record Citation(int start, int end, List<Mention> mentions) {
  private static final String SPACE = "[\\s\\p{Z}]";
  private static final String AND = "(?:and|und|et|en|e|y)";
  private static final String SEPARATOR = "(?:[,;&/+–—-]" + SPACE + "*+" + AND + "?+|" + AND + ")";
  private static final String NUMBER = SPACE + "?+\\d++";
  private static final Pattern BRACKET =
      Pattern.compile(
          "\\[ *+[Ff]%1$s(?:(?: *+%2$s *+[Ff]?+| *+[Ff])%1$s)*+ *+\\]"
              .formatted(NUMBER, SEPARATOR)
              .replace(" ", SPACE));
  private static final Pattern PART =
      Pattern.compile("([-–—])?" + SPACE + "*+((?:[Ff]" + SPACE + "?+)?+(\\d++))");

  /// Everything a lenient reader could take for a citation: what [#findAll] finds, and brackets
  /// with the same parts in any order.
  public static final Pattern LENIENT =
      Pattern.compile(
          ("\\[ *+[Ff] *+\\d(?:[\\d\\s\\p{Z}\\p{Pd}Ff,;:.&/+]|" + AND + ")*+\\]")
              .replace(" ", SPACE));

  /// Of a longer range, only the ends count as cited.
  private static final int MAX_RANGE = 200;

  public Citation {
    mentions = List.copyOf(mentions);
  }

  /// @param number the n of `Fn`; [Integer#MAX_VALUE] if there are too many digits
  /// @param text the words that name it, such as `F3`
  public record Mention(int number, String text) {}

  /// The citations in a passage, in order. Brackets in code and links do not count.
  public static List<Citation> findAll(Passage passage) {
    List<Citation> found = new ArrayList<>();
    if (passage.kind() == Passage.Kind.CODE) {
      return found;
    }
    Matcher bracket = BRACKET.matcher(passage.text());
    while (bracket.find()) {
      if (passage.isText(bracket.start(), bracket.end())) {
        found.add(new Citation(bracket.start(), bracket.end(), mentions(bracket.group())));
      }
    }
    return found;
  }

  List<Integer> numbers() {
    return mentions.stream().map(Mention::number).toList();
  }

  private static List<Mention> mentions(String bracket) {
    List<Mention> mentions = new ArrayList<>();
    Matcher part = PART.matcher(bracket);
    while (part.find()) {
      int number = parse(part.group(3));
      int last = mentions.isEmpty() ? number : mentions.getLast().number();
      if (part.group(1) != null && last < number && number - last <= MAX_RANGE) {
        for (int n = last + 1; n < number; n++) {
          mentions.add(new Mention(n, "F" + n));
        }
      }
      mentions.add(new Mention(number, part.group(2)));
    }
    return mentions.stream().distinct().toList();
  }

  private static int parse(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException tooLong) {
      return Integer.MAX_VALUE;
    }
  }
}
