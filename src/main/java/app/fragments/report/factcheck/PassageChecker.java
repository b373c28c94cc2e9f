package app.fragments.report.factcheck;

import app.fragments.journal.Entry;
import app.fragments.report.FlagKind;
import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looks up what one passage claims.
final class PassageChecker {
  /// Words up to here are as often an article, a pronoun or a count as a fact.
  private static final int SMALL = 12;

  private static final Pattern COUNTED =
      Pattern.compile(
          "\\G\\s+(?:\\p{L}+\\s+)?(fragments?|entr(?:y|ies)|notes?|days?)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNTED_HEADING =
      Pattern.compile("\\P{Alnum}{0,4}\\d{1,2}(?:\\.\\d{1,2}){0,3}[.)](?=\\s)");
  private static final Pattern ORDINAL = Pattern.compile("\\G(?:st|nd|rd|th)\\b");
  private static final Pattern WEEK = Pattern.compile("(?:week|KW)\\s?$", Pattern.CASE_INSENSITIVE);

  private final EvidenceIndex index;
  private final ClaimExtractor reader;
  private final NameChecker names;
  private final List<Entry> fragments;
  private final int daysInAll;

  PassageChecker(
      EvidenceIndex index, ClaimExtractor reader, NameChecker names, List<Entry> fragments) {
    this.index = index;
    this.reader = reader;
    this.names = names;
    this.fragments = fragments;
    this.daysInAll = days(fragments);
  }

  private static int days(List<Entry> entries) {
    return (int) entries.stream().map(Entry::date).distinct().count();
  }

  /// What is not borne out, in the order of the text.
  List<Finding> check(Passage passage, List<Citation> citations) {
    List<Finding> findings = new ArrayList<>();
    String text = withoutOrdinal(passage, withoutCitations(passage.text(), citations));
    ClaimExtractor.Reading reading = reader.read(text);
    checkCitations(citations, passage.text(), findings);
    checkLinks(passage, reading, findings);
    for (Claim.Day day : reading.days()) {
      if (!index.has(day)) {
        add(findings, FlagKind.DATE, day);
      }
    }
    for (Claim.Month month : reading.months()) {
      if (!index.has(month)) {
        add(findings, FlagKind.DATE, month);
      }
    }
    for (Claim.Time time : reading.times()) {
      if (!index.has(time)) {
        add(findings, FlagKind.NUMBER, time);
      }
    }
    for (Claim.Quantity number : reading.numbers()) {
      if (!isKnown(number, text, citations)) {
        add(findings, FlagKind.NUMBER, number);
      }
    }
    if (passage.kind() != Kind.HEADING && passage.kind() != Kind.CODE) {
      findings.addAll(names.check(passage, masked(reading.rest(), citations)));
    }
    findings.sort(Comparator.comparingInt(Finding::start));
    return findings;
  }

  private static void add(List<Finding> findings, FlagKind kind, Claim claim) {
    Finding finding = new Finding(kind, claim.start(), claim.end());
    if (findings.isEmpty() || !findings.getLast().equals(finding)) {
      findings.add(finding);
    }
  }

  private static String withoutCitations(String text, List<Citation> citations) {
    return replaced(text, citations, '\0');
  }

  /// The text of a heading without the number that it is counted by: "1. Highlights".
  private static String withoutOrdinal(Passage passage, String text) {
    Matcher counted = COUNTED_HEADING.matcher(text);
    return passage.kind() == Kind.HEADING && counted.lookingAt()
        ? "\0".repeat(counted.end()) + text.substring(counted.end())
        : text;
  }

  private static String masked(String text, List<Citation> citations) {
    return replaced(text, citations, '.');
  }

  private static String replaced(String text, List<Citation> citations, char by) {
    StringBuilder replaced = new StringBuilder(text);
    for (Citation citation : citations) {
      for (int i = citation.start(); i < citation.end(); i++) {
        replaced.setCharAt(i, by);
      }
    }
    return replaced.toString();
  }

  private void checkCitations(List<Citation> citations, String text, List<Finding> findings) {
    for (Citation citation : citations) {
      int from = citation.start();
      for (Citation.Mention mention : citation.mentions()) {
        if (mention.number() < 1 || mention.number() > fragments.size()) {
          int at = text.indexOf(mention.text(), from);
          if (at >= 0 && at < citation.end()) {
            from = at + mention.text().length();
            findings.add(new Finding(FlagKind.CITATION, at, from));
          }
        }
      }
    }
  }

  private void checkLinks(Passage passage, ClaimExtractor.Reading reading, List<Finding> findings) {
    for (Passage.Piece piece : passage.pieces()) {
      if (!piece.address().isEmpty()
          && !index.has(
              new Claim.Address(
                  piece.start(), piece.end(), LinkExtractor.normal(piece.address())))) {
        findings.add(new Finding(FlagKind.LINK, piece.start(), piece.end()));
      }
    }
    for (Claim.Address link : reading.links()) {
      if (!index.has(link) && passage.pieceAt(link.start()).address().isEmpty()) {
        add(findings, FlagKind.LINK, link);
      }
    }
  }

  private boolean isKnown(Claim.Quantity number, String text, List<Citation> citations) {
    if (index.has(number) || isSmallWord(number, text)) {
      return true;
    }
    String token = tokenAround(text, number);
    if (token.codePoints().anyMatch(Character::isLetter) && index.hasExactly(token)) {
      return true;
    }
    if (at(ORDINAL, text, number.end()).lookingAt() && index.hasDayOfMonth(number)) {
      return true;
    }
    String before = text.substring(Math.max(0, number.start() - 6), number.start());
    return (WEEK.matcher(before).find() && index.hasWeek(number))
        || isCount(number, text, citations);
  }

  private static boolean isSmallWord(Claim.Quantity number, String text) {
    return Character.isLetter(text.codePointAt(number.start()))
        && !number.percent()
        && number.values().stream().allMatch(value -> value.length() <= 2)
        && number.values().stream().allMatch(value -> Integer.parseInt(value) <= SMALL);
  }

  private static String tokenAround(String text, Claim.Quantity number) {
    int start = number.start();
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    int end = number.end();
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static Matcher at(Pattern pattern, String text, int offset) {
    return pattern.matcher(text).region(offset, text.length());
  }

  /// Whether it counts what a reader can count: the fragments or days in all, or those cited here.
  private boolean isCount(Claim.Quantity number, String text, List<Citation> citations) {
    Matcher counted = at(COUNTED, text, number.end());
    if (!counted.lookingAt()) {
      return false;
    }
    List<Entry> cited =
        citations.stream()
            .flatMap(citation -> citation.mentions().stream())
            .map(Citation.Mention::number)
            .distinct()
            .filter(n -> n >= 1 && n <= fragments.size())
            .map(n -> fragments.get(n - 1))
            .toList();
    boolean ofDays = counted.group(1).toLowerCase(Locale.ROOT).startsWith("day");
    Set<String> counts =
        (ofDays ? List.of(daysInAll, days(cited)) : List.of(fragments.size(), cited.size()))
            .stream().map(String::valueOf).collect(Collectors.toSet());
    return number.values().stream().anyMatch(counts::contains);
  }
}
