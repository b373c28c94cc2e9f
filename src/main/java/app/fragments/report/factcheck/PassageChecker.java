package app.fragments.report.factcheck;

import app.fragments.journal.Entry;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks up what one passage claims.
record PassageChecker(EvidenceIndex evidence, NameChecker names, List<Entry> fragments) {
  /// Words for numbers up to this are as often an article, a pronoun or a count as a fact.
  private static final int MAX_SMALL_NUMBER = 12;

  private static final Pattern COUNTED =
      Pattern.compile(
          "\\s+(?:\\p{L}+\\s+)?(fragments?|entr(?:y|ies)|notes?|days?)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADING_NUMBER =
      Pattern.compile("\\P{Alnum}{0,4}\\d{1,2}(?:\\.\\d{1,2}){0,3}[.)](?=\\s)");
  private static final Pattern ORDINAL = Pattern.compile("(?:st|nd|rd|th)\\b");
  private static final Pattern WEEK = Pattern.compile("(?:week|KW)\\s?$", Pattern.CASE_INSENSITIVE);

  /// A claim that the fragments do not support, at these offsets in the passage's text.
  record Finding(FlagKind kind, int start, int end) {}

  /// The unsupported claims, in the order of the text.
  List<Finding> check(Passage passage, List<Citation> citations) {
    List<Finding> findings = new ArrayList<>();
    String text = withoutHeadingNumber(passage, replace(passage.text(), citations, '\0'));
    Claims claims = Claims.extract(text);
    checkCitations(citations, passage.text(), findings);
    checkLinks(passage, claims.links(), findings);
    check(claims.days(), evidence::has, FlagKind.DATE, findings);
    check(claims.months(), evidence::has, FlagKind.DATE, findings);
    check(claims.times(), evidence::has, FlagKind.NUMBER, findings);
    check(claims.numbers(), n -> isKnown(n, text, citations), FlagKind.NUMBER, findings);
    if (passage.kind() != Kind.HEADING && passage.kind() != Kind.CODE) {
      findings.addAll(names.check(passage, replace(claims.rest(), citations, '.')));
    }
    findings.sort(Comparator.comparingInt(Finding::start));
    return findings;
  }

  /// Adds the claims that are not known. Several dates in one place are one finding.
  private static <C extends Claim> void check(
      List<C> claims, Predicate<C> isKnown, FlagKind kind, List<Finding> findings) {
    for (C claim : claims) {
      Finding finding = new Finding(kind, claim.start(), claim.end());
      if (!isKnown.test(claim) && (findings.isEmpty() || !findings.getLast().equals(finding))) {
        findings.add(finding);
      }
    }
  }

  private static String replace(String text, List<Citation> citations, char by) {
    StringBuilder replaced = new StringBuilder(text);
    for (Citation citation : citations) {
      for (int i = citation.start(); i < citation.end(); i++) {
        replaced.setCharAt(i, by);
      }
    }
    return replaced.toString();
  }

  /// The text without the number in "1. Highlights".
  private static String withoutHeadingNumber(Passage passage, String text) {
    Matcher number = HEADING_NUMBER.matcher(text);
    return passage.kind() == Kind.HEADING && number.lookingAt()
        ? "\0".repeat(number.end()) + text.substring(number.end())
        : text;
  }

  private void checkCitations(List<Citation> citations, String text, List<Finding> findings) {
    for (Citation citation : citations) {
      int from = citation.start();
      for (Citation.Mention mention : citation.mentions()) {
        if (isFragment(mention.number())) {
          continue;
        }
        int at = text.indexOf(mention.text(), from);
        if (at >= 0 && at < citation.end()) {
          from = at + mention.text().length();
          findings.add(new Finding(FlagKind.CITATION, at, from));
        }
      }
    }
  }

  private boolean isFragment(int number) {
    return number >= 1 && number <= fragments.size();
  }

  private void checkLinks(Passage passage, List<Claim.Link> links, List<Finding> findings) {
    List<Claim.Link> markdownLinks =
        passage.pieces().stream()
            .filter(piece -> !piece.address().isEmpty())
            .map(p -> new Claim.Link(p.start(), p.end(), LinkExtractor.normalize(p.address())))
            .toList();
    check(markdownLinks, evidence::has, FlagKind.LINK, findings);
    Predicate<Claim.Link> known =
        link -> evidence.has(link) || !passage.pieceAt(link.start()).address().isEmpty();
    check(links, known, FlagKind.LINK, findings);
  }

  private boolean isKnown(Claim.Quantity number, String text, List<Citation> citations) {
    if (evidence.has(number) || isSmallWord(number, text) || isInKnownWord(number, text)) {
      return true;
    }
    String before = text.substring(Math.max(0, number.start() - 6), number.start());
    Matcher ordinal = ORDINAL.matcher(text).region(number.end(), text.length());
    return (ordinal.lookingAt() && evidence.hasDayOfMonth(number))
        || (WEEK.matcher(before).find() && evidence.hasWeek(number))
        || isCount(number, text, citations);
  }

  private static boolean isSmallWord(Claim.Quantity number, String text) {
    return Character.isLetter(text.codePointAt(number.start()))
        && !number.percent()
        && number.values().stream()
            .allMatch(v -> v.length() <= 2 && Integer.parseInt(v) <= MAX_SMALL_NUMBER);
  }

  private boolean isInKnownWord(Claim.Quantity number, String text) {
    int start = number.start();
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    int end = number.end();
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    String word = text.substring(start, end);
    return word.codePoints().anyMatch(Character::isLetter) && evidence.hasExactly(word);
  }

  /// Whether it counts the fragments or days of the whole report, or those cited here.
  private boolean isCount(Claim.Quantity number, String text, List<Citation> citations) {
    Matcher counted = COUNTED.matcher(text).region(number.end(), text.length());
    if (!counted.lookingAt()) {
      return false;
    }
    List<Entry> cited =
        citations.stream()
            .flatMap(citation -> citation.numbers().stream())
            .distinct()
            .filter(this::isFragment)
            .map(n -> fragments.get(n - 1))
            .toList();
    boolean days = counted.group(1).toLowerCase(Locale.ROOT).startsWith("day");
    return Stream.of(fragments, cited)
        .map(list -> days ? list.stream().map(Entry::date).distinct().count() : list.size())
        .anyMatch(count -> number.values().contains(String.valueOf(count)));
  }
}
