package app.fragments.report.factcheck;

import app.fragments.report.factcheck.Citation.Mention;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the citations of a text. A bracket inside code or a link is none.
public final class Citations {
  private static final String SPACE = "[\\s\\p{Z}]";
  private static final String AND = "(?:and|und|et|en|e|y)";
  private static final String JOINT = "(?:[,;&/+–—-]" + SPACE + "*+" + AND + "?+|" + AND + ")";
  private static final String NUMBER = SPACE + "?+\\d++";
  private static final Pattern BRACKET =
      Pattern.compile(
          ("\\[ *+[Ff]"
                  + NUMBER
                  + "(?:(?: *+"
                  + JOINT
                  + " *+[Ff]?+| *+[Ff])"
                  + NUMBER
                  + ")*+ *+\\]")
              .replace(" ", SPACE));
  private static final Pattern PART =
      Pattern.compile("([-–—])?" + SPACE + "*+((?:[Ff]" + SPACE + "?+)?+(\\d++))");

  /// What could pass for a citation with a reader who is less strict: all that [#in] reads, and
  /// brackets with the same parts in any order.
  public static final Pattern ALIKE =
      Pattern.compile(
          "\\["
              + SPACE
              + "*+[Ff]"
              + SPACE
              + "*+\\d(?:[\\d\\s\\p{Z}\\p{Pd}Ff,;:.&/+]|"
              + AND
              + ")*+\\]");

  /// The longest range that is read as one; a longer one names its ends only.
  private static final int LONGEST_RANGE = 200;

  private Citations() {}

  /// The citations of a passage, in order.
  public static List<Citation> in(Passage passage) {
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

  /// The numbers of the fragments that a report cites, ascending.
  public static Set<Integer> numbers(String markdown) {
    Set<Integer> numbers = new TreeSet<>();
    for (Passage passage : new Markdown().passages(markdown)) {
      for (Citation citation : in(passage)) {
        citation.mentions().forEach(mention -> numbers.add(mention.number()));
      }
    }
    return numbers;
  }

  private static List<Mention> mentions(String bracket) {
    List<Mention> mentions = new ArrayList<>();
    Matcher part = PART.matcher(bracket);
    while (part.find()) {
      int number = number(part.group(3));
      if (part.group(1) != null && !mentions.isEmpty()) {
        addBetween(mentions, mentions.getLast().number(), number);
      }
      mentions.add(new Mention(number, part.group(2)));
    }
    return mentions.stream().distinct().toList();
  }

  private static void addBetween(List<Mention> mentions, int first, int last) {
    if (last - (long) first <= LONGEST_RANGE) {
      for (int number = first + 1; number < last; number++) {
        mentions.add(new Mention(number, "F" + number));
      }
    }
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException tooLong) {
      return Integer.MAX_VALUE;
    }
  }
}
