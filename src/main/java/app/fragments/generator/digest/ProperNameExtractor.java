package app.fragments.generator.digest;

import app.fragments.report.factcheck.TokenNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds proper names in a sentence: words with a capital in the middle of it, with their titles
/// and the small words between ("Sir W. Penn", "Duke of York").
final class ProperNameExtractor {
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

  /// What often stands before a name at a sentence's start; and so does what ends as most verbs of
  /// the past do.
  private static final Set<String> VERBS =
      Set.of(
          "ask",
          "met",
          "meet",
          "sent",
          "send",
          "told",
          "tell",
          "call",
          "saw",
          "see",
          "gave",
          "give",
          "wrote",
          "write",
          "spoke",
          "speak",
          "talk",
          "had",
          "got",
          "get",
          "took",
          "take",
          "found",
          "find",
          "made",
          "make",
          "did",
          "paid",
          "pay",
          "showed",
          "shown",
          "show",
          "read",
          "ran",
          "set",
          "left",
          "lost",
          "won",
          "bought",
          "sold",
          "heard",
          "held",
          "taught",
          "led",
          "email",
          "mail",
          "thank",
          "help",
          "invite",
          "remind",
          "visit",
          "review",
          "with",
          "from",
          "for",
          "and",
          "but",
          "the",
          "when",
          "after",
          "before",
          "then",
          "today",
          "yesterday");

  private static final Pattern PAST = Pattern.compile("\\p{L}{3,}ed");
  private static final Set<String> GIVEN_NAMES =
      Set.of("alfred", "wilfred", "manfred", "siegfried", "mildred", "winifred", "ahmed", "jared");

  /// The names in a sentence, each as often as it stands there.
  List<String> in(String sentence) {
    List<String> names = new ArrayList<>();
    String text = TermExtractor.withoutLinks(sentence);
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      boolean initial = isInitial(text, name.start());
      String found = initial ? withoutVerb(name.group()) : name.group();
      if (found.endsWith(".")) {
        continue;
      }
      boolean whole = found.length() == name.group().length();
      if (initial && whole && found.indexOf(' ') < 0 && !hasInnerCapital(found)) {
        continue;
      }
      boolean says =
          TokenNormalizer.WORD.matcher(found).results().anyMatch(word -> isName(word.group()));
      if (says) {
        names.add(found);
      }
    }
    return names;
  }

  /// "Asked Maria" is no name, and "Maria" is one.
  private static String withoutVerb(String found) {
    int space = found.indexOf(' ');
    if (space < 0) {
      return found;
    }
    String first = TokenNormalizer.normalize(found.substring(0, space));
    boolean past = PAST.matcher(first).matches() && !GIVEN_NAMES.contains(first);
    return past || VERBS.contains(first) ? found.substring(space + 1) : found;
  }

  private static boolean isName(String word) {
    return word.length() > 1 && !NONE.contains(TokenNormalizer.normalize(word));
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
