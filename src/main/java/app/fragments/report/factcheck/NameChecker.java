package app.fragments.report.factcheck;

import app.fragments.report.Flag.FlagKind;
import app.fragments.report.factcheck.LanguageDetector.Language;
import app.fragments.report.factcheck.NameExtractor.Candidate;
import app.fragments.report.factcheck.NameExtractor.Capitalization;
import app.fragments.report.factcheck.PassageChecker.Finding;
import app.fragments.report.markdown.Passage;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks up the names in a passage. Several unknown ones in a row are one finding.
record NameChecker(Language language, EvidenceIndex evidence) {
  private static final Set<String> AFTER_NAMES =
      WordList.setOf(
          """
          account acquisition agreement board collaboration conference contract deal integration
          merger migration negotiations office partnership pilot renewal summit visit
          """);

  /// English words that are capitalized in titles without being names.
  private static final Set<String> COMMON_WORDS =
      WordList.load(NameChecker.class, "common-words.txt");

  private static final List<String> COMMON_SUFFIXES = WordList.listOf("s es d ed ing ly ion");

  /// Endings that names of this length hardly ever have.
  private static final Pattern COMMON_ENDING =
      Pattern.compile(
          ".{4,}(?:tion|sion)s?|.{5,}(?:ment|ity|able|ible)s?|.{6,}ing|.{3,}(?:less|ful)|.{6,}ness"
              + "|.{4,}(?<!fr|mm|am|le|al|dr)ed|.{5,}[^l]ly|.{3,}(?:ally|fully|ively|ously)");

  /// The names that no fragment has, in the order of the text.
  ///
  /// @param text as for [NameExtractor#extract]
  List<Finding> check(Passage passage, String text) {
    List<Candidate> names = NameExtractor.extract(passage, text, language);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Candidate first = names.get(i);
      if (!isUnknown(first)) {
        continue;
      }
      int end = i + 1;
      while (end < names.size() && continues(names.get(end - 1), names.get(end), text)) {
        end++;
      }
      List<Candidate> run = names.subList(i, end);
      if (first.isInTitle()) {
        checkTitle(run, findings);
      } else if (run.size() > 1 || first.capitalization() != Capitalization.SENTENCE_START) {
        findings.add(finding(run));
      }
      i = end - 1;
    }
    return findings;
  }

  private boolean continues(Candidate name, Candidate next, String text) {
    return next.start() == name.end() + 1
        && " -\n".indexOf(text.charAt(name.end())) >= 0
        && isUnknown(next)
        && next.isInTitle() == name.isInTitle()
        && next.capitalization() != Capitalization.SENTENCE_START;
  }

  /// In a title, an uncommon word may just be missing from the list of common words. It counts only
  /// if a name is likely: after a preposition, beside another uncommon word, or before a word that
  /// goes with names.
  private static void checkTitle(List<Candidate> run, List<Finding> findings) {
    for (int i = 0; i < run.size(); i++) {
      int end = i;
      while (end < run.size() && !isCommon(run.get(end).text())) {
        end++;
      }
      List<Candidate> uncommon = run.subList(i, end);
      if (uncommon.size() > 1
          || !uncommon.isEmpty()
              && (uncommon.getFirst().capitalization() == Capitalization.TITLE_AFTER_PREPOSITION
                  || end < run.size()
                      && AFTER_NAMES.contains(TokenNormalizer.normalize(run.get(end).text())))) {
        findings.add(finding(uncommon));
      }
      i = end;
    }
  }

  /// Whether the word has a digit, is a common one in some form, or looks like one: "Shipped",
  /// "Policies".
  private static boolean isCommon(String word) {
    String normal = TokenNormalizer.normalize(word);
    return word.codePoints().anyMatch(Character::isDigit)
        || COMMON_WORDS.contains(normal)
        || COMMON_ENDING.matcher(normal).matches()
        || COMMON_SUFFIXES.stream()
            .filter(normal::endsWith)
            .map(suffix -> normal.substring(0, normal.length() - suffix.length()))
            .anyMatch(NameChecker::isCommonStem);
  }

  private static boolean isCommonStem(String stem) {
    int last = stem.length() - 1;
    if (last < 2) {
      return false;
    }
    boolean doubled = stem.charAt(last) == stem.charAt(last - 1);
    boolean softened = stem.charAt(last) == 'i' || stem.endsWith("ie");
    return COMMON_WORDS.contains(stem)
        || COMMON_WORDS.contains(stem + "e")
        || (doubled && COMMON_WORDS.contains(stem.substring(0, last)))
        || (softened && COMMON_WORDS.contains(stem.substring(0, stem.lastIndexOf('i')) + "y"));
  }

  private static Finding finding(List<Candidate> names) {
    boolean weekday = names.size() == 1 && CalendarNames.weekday(names.getFirst().text()) != null;
    FlagKind kind = weekday ? FlagKind.DATE : FlagKind.NAME;
    return new Finding(kind, names.getFirst().start(), names.getLast().end());
  }

  private boolean isUnknown(Candidate name) {
    String word = name.text();
    DayOfWeek day = CalendarNames.weekday(word);
    boolean known =
        day == null
            ? CalendarNames.month(word) != null
            : word.length() <= 5 || evidence.hasWeekday(day);
    return !known && !evidence.hasWord(word);
  }
}
