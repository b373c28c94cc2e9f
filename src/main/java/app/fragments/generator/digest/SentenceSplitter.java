package app.fragments.generator.digest;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a paragraph into sentences, and what is too long to be quoted whole into its clauses.
final class SentenceSplitter {
  /// The longest text that is quoted, in characters.
  static final int LONGEST = 220;

  private static final int SHORTEST_CUT = 90;
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "sir", "capt", "col", "gen", "rev", "hon", "jr",
          "sr", "vs", "etc", "cf", "ca", "approx", "no", "nr", "fig", "al", "inc", "ltd", "co",
          "bzw", "usw", "inkl", "exkl", "zzgl", "ggf", "evtl", "vgl", "bspw", "mio", "mrd", "std",
          "abs", "tel", "str", "mme", "mlle", "ex", "env", "jan", "feb", "aug", "sept", "oct",
          "okt", "nov", "dec", "dez", "janv", "févr", "juil", "déc");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}.]+)\\.[\"”’')\\]]*\\s*$");

  /// "z.B", "e.g", "U.S": the letters of words.
  private static final Pattern INITIALS = Pattern.compile("\\p{L}(?:\\.\\p{L})*");

  private static final Pattern GERMAN_ORDINAL =
      Pattern.compile("(?:^|(\\p{L}+)\\s)\\d{1,2}\\.\\s*$");
  private static final Pattern GERMAN_MONTH =
      Pattern.compile(
          "(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
              + "|Dezember)\\b");
  private static final Pattern GERMAN_ARTICLE =
      Pattern.compile(
          "(?:der|die|das|dem|des|im|beim|zum|zur|ein|eine[mnrs]?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAUSE_END = Pattern.compile("[;:—–,](?=\\s)|\\s[—–-](?=\\s)");

  /// The sentences of a paragraph, each at most [#LONGEST] characters and the marks of omission.
  List<String> split(String paragraph) {
    String text = SPACE.matcher(paragraph).replaceAll(" ").strip();
    List<String> sentences = new ArrayList<>();
    for (String sentence : whole(text)) {
      if (sentence.length() <= LONGEST) {
        sentences.add(sentence);
      } else {
        addClauses(sentence, sentences);
      }
    }
    return sentences;
  }

  /// The paragraph as one, cut where it is too long; empty where it has no words.
  List<String> unsplit(String paragraph) {
    String text = SPACE.matcher(paragraph).replaceAll(" ").strip();
    return text.isEmpty() ? List.of() : List.of(cut(text, true));
  }

  private static List<String> whole(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < text.length() && !isEnd(text, start, end)) {
        continue;
      }
      String sentence = text.substring(start, end).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      start = end;
    }
    return sentences;
  }

  /// Whether a sentence really ends here, and not at an abbreviation or within a lower-case flow.
  private static boolean isEnd(String text, int start, int end) {
    if (Character.isLowerCase(text.codePointAt(end))) {
      return false;
    }
    if (isOrdinal(text.substring(start, end), text.substring(end))) {
      return false;
    }
    Matcher word = LAST_WORD.matcher(text).region(Math.max(start, end - 24), end);
    if (!word.find()) {
      return true;
    }
    String last = word.group(1);
    return !INITIALS.matcher(last).matches()
        && !ABBREVIATIONS.contains(last.toLowerCase(Locale.ROOT));
  }

  /// German: "am 3. Februar", "im 2. Quartal".
  private static boolean isOrdinal(String before, String after) {
    Matcher ordinal = GERMAN_ORDINAL.matcher(before);
    if (!ordinal.find()) {
      return false;
    }
    String word = Objects.requireNonNullElse(ordinal.group(1), "");
    return GERMAN_MONTH.matcher(after).lookingAt() || GERMAN_ARTICLE.matcher(word).matches();
  }

  /// The parts between semicolons, as many together as fit; what still does not fit is cut.
  private static void addClauses(String sentence, List<String> sentences) {
    String[] parts = sentence.split("(?<=;)\\s", -1);
    StringBuilder clause = new StringBuilder();
    boolean first = true;
    for (int i = 0; i < parts.length; i++) {
      if (!clause.isEmpty()) {
        clause.append(' ');
      }
      clause.append(parts[i]);
      boolean last = i == parts.length - 1;
      if (last || clause.length() + 1 + parts[i + 1].length() > LONGEST) {
        sentences.add((first ? "" : "… ") + cut(clause.toString(), last));
        clause.setLength(0);
        first = false;
      }
    }
  }

  private static String cut(String clause, boolean complete) {
    if (clause.length() <= LONGEST) {
      return complete ? clause : withoutEnd(clause) + " …";
    }
    int best = -1;
    Matcher end = CLAUSE_END.matcher(clause);
    while (end.find() && end.start() <= LONGEST) {
      best = end.start();
    }
    if (best < SHORTEST_CUT) {
      best = clause.lastIndexOf(' ', LONGEST);
    }
    if (best <= 0) {
      best =
          clause.offsetByCodePoints(
              0, Math.min(LONGEST, clause.codePointCount(0, clause.length())));
    }
    return withoutEnd(clause.substring(0, best)) + " …";
  }

  private static String withoutEnd(String clause) {
    return clause.replaceFirst("[\\s;:,—–-]+$", "");
  }
}
