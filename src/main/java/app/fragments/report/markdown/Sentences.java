package app.fragments.report.markdown;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a paragraph into sentences. The digest, the fact check and the cards of citations use the
/// same ones, so that what one quotes the other finds.
public final class Sentences {
  private static final int LONGEST_WORD = 24;
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          """
          mr mrs ms dr prof st sir capt col gen rev hon jr sr vs etc cf ca approx no nr fig al inc
          ltd co bzw usw inkl exkl zzgl ggf evtl vgl bspw mio mrd std abs tel str mme mlle ex env
          jan feb aug sept oct okt nov dec dez janv févr juil déc
          """
              .strip()
              .split("\\s+"));
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

  private Sentences() {}

  /// The sentences, without white space around them.
  public static List<String> of(String text) {
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
}
