package app.fragments.generator.digest;

import app.fragments.report.factcheck.WordList;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Splits a paragraph into sentences, and sentences that are too long to quote into clauses.
final class SentenceSplitter {
  /// The longest quotation, in characters.
  private static final int MAX_LENGTH = 220;

  private static final int MIN_CUT_LENGTH = 90;
  private static final int LONGEST_WORD = 24;
  private static final Set<String> ABBREVIATIONS =
      WordList.setOf(
          """
          mr mrs ms dr prof st sir capt col gen rev hon jr sr vs etc cf ca approx no nr fig al inc
          ltd co bzw usw inkl exkl zzgl ggf evtl vgl bspw mio mrd std abs tel str mme mlle ex env
          jan feb aug sept oct okt nov dec dez janv févr juil déc
          """);
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}.]+)\\.[\"”’')\\]]*\\s*$");

  /// "z.B", "e.g", "U.S".
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

  private SentenceSplitter() {}

  /// The sentences of a paragraph, cut to a quotable length; `…` marks where.
  static List<String> split(String paragraph) {
    return sentences(singleSpaced(paragraph)).stream()
        .flatMap(s -> s.length() <= MAX_LENGTH ? Stream.of(s) : clauses(s).stream())
        .toList();
  }

  /// The paragraph as one sentence, cut if it is too long; nothing if it is blank.
  static List<String> unsplit(String paragraph) {
    String text = singleSpaced(paragraph);
    return text.isEmpty() ? List.of() : List.of(cut(text, true));
  }

  private static String singleSpaced(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  private static List<String> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < text.length() && !isSentenceEnd(text, start, end)) {
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

  /// Whether a sentence ends here, and not just an abbreviation or ordinal.
  private static boolean isSentenceEnd(String text, int start, int end) {
    if (Character.isLowerCase(text.codePointAt(end))
        || isGermanOrdinal(text.substring(start, end), text.substring(end))) {
      return false;
    }
    Matcher word = LAST_WORD.matcher(text).region(Math.max(start, end - LONGEST_WORD), end);
    return !word.find()
        || (!INITIALS.matcher(word.group(1)).matches()
            && !ABBREVIATIONS.contains(word.group(1).toLowerCase(Locale.ROOT)));
  }

  /// "am 3. Februar", "im 2. Quartal".
  private static boolean isGermanOrdinal(String before, String after) {
    Matcher ordinal = GERMAN_ORDINAL.matcher(before);
    if (!ordinal.find()) {
      return false;
    }
    String word = Objects.requireNonNullElse(ordinal.group(1), "");
    return GERMAN_MONTH.matcher(after).lookingAt() || GERMAN_ARTICLE.matcher(word).matches();
  }

  /// Splits at semicolons and joins as many parts as fit. Cuts what is still too long.
  private static List<String> clauses(String sentence) {
    List<String> clauses = new ArrayList<>();
    String[] parts = sentence.split("(?<=;)\\s", -1);
    StringBuilder clause = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      clause.append(clause.isEmpty() ? "" : " ").append(parts[i]);
      boolean last = i == parts.length - 1;
      if (last || clause.length() + 1 + parts[i + 1].length() > MAX_LENGTH) {
        clauses.add((clauses.isEmpty() ? "" : "… ") + cut(clause.toString(), last));
        clause.setLength(0);
      }
    }
    return clauses;
  }

  private static String cut(String clause, boolean complete) {
    if (clause.length() <= MAX_LENGTH) {
      return complete ? clause : withoutEnd(clause) + " …";
    }
    int best = -1;
    Matcher end = CLAUSE_END.matcher(clause);
    while (end.find() && end.start() <= MAX_LENGTH) {
      best = end.start();
    }
    if (best < MIN_CUT_LENGTH) {
      best = clause.lastIndexOf(' ', MAX_LENGTH);
    }
    if (best <= 0) {
      int points = clause.codePointCount(0, clause.length());
      best = clause.offsetByCodePoints(0, Math.min(MAX_LENGTH, points));
    }
    return withoutEnd(clause.substring(0, best)) + " …";
  }

  private static String withoutEnd(String clause) {
    return clause.replaceFirst("[\\s;:,—–-]+$", "");
  }
}
