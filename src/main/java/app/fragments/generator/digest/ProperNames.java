package app.fragments.generator.digest;

import app.fragments.report.check.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds proper names in a sentence: words with a capital in the middle of it, with their titles
/// and the small words between ("Sir W. Penn", "Duke of York").
final class ProperNames {
  private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:['’](?!s\\b)\\p{L}+)?";
  private static final String WORD =
      "(?:(?:Mr|Mrs|Ms|Dr|St|Capt|Col|Prof)\\.|\\p{Lu}\\.|" + CAPITAL + ")";
  private static final Pattern NAME =
      Pattern.compile(WORD + "(?:(?:\\s|-|\\s(?:of|de|van|von)\\s(?:the\\s)?)" + WORD + "){0,4}");
  private static final Set<String> NONE =
      Set.of(
          "i",
          "i'm",
          "i'll",
          "i've",
          "i'd",
          "god",
          "lord",
          "mr",
          "mrs",
          "sir",
          "ok",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "todo",
          "pm",
          "am");

  /// The names in a sentence, each as often as it stands there.
  List<String> in(String sentence) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(sentence);
    while (name.find()) {
      String found = name.group();
      if (found.endsWith(".")) {
        continue;
      }
      if (isInitial(sentence, name.start()) && found.indexOf(' ') < 0 && !hasInnerCapital(found)) {
        continue;
      }
      boolean says = Words.WORD.matcher(found).results().anyMatch(word -> isName(word.group()));
      if (says) {
        names.add(found);
      }
    }
    return names;
  }

  private static boolean isName(String word) {
    return word.length() > 1 && !NONE.contains(Words.fold(word));
  }

  private static boolean isInitial(String sentence, int at) {
    for (int i = at - 1; i >= 0; i--) {
      char before = sentence.charAt(i);
      if (".!?:…".indexOf(before) >= 0) {
        return true;
      }
      if (!Character.isWhitespace(before) && "\"“‘'(*".indexOf(before) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasInnerCapital(String word) {
    return !word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
  }
}
