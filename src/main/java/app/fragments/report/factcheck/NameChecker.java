package app.fragments.report.factcheck;

import app.fragments.report.FlagKind;
import app.fragments.report.factcheck.LanguageDetector.Language;
import app.fragments.report.factcheck.NameExtractor.Candidate;
import app.fragments.report.factcheck.NameExtractor.Capitalization;
import app.fragments.report.factcheck.PassageChecker.Finding;
import app.fragments.report.markdown.Passage;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Looks up the names in a passage. Several unknown ones in a row are one finding.
final class NameChecker {
  private static final Set<String> AFTER_NAMES =
      WordList.setOf(
          """
          account acquisition agreement board collaboration conference contract deal integration
          merger migration negotiations office partnership pilot renewal summit visit
          """);

  private final Language language;
  private final EvidenceIndex evidence;

  NameChecker(Language language, EvidenceIndex evidence) {
    this.language = language;
    this.evidence = evidence;
  }

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
      while (end < run.size() && isUncommon(run.get(end))) {
        end++;
      }
      List<Candidate> uncommon = run.subList(i, end);
      boolean afterPreposition =
          uncommon.stream()
              .anyMatch(name -> name.capitalization() == Capitalization.TITLE_AFTER_PREPOSITION);
      boolean beforeNameWord =
          end < run.size() && AFTER_NAMES.contains(TokenNormalizer.normalize(run.get(end).text()));
      if (!uncommon.isEmpty() && (afterPreposition || beforeNameWord || uncommon.size() > 1)) {
        findings.add(finding(uncommon));
      }
      i = end;
    }
  }

  private static boolean isUncommon(Candidate name) {
    return name.text().codePoints().noneMatch(Character::isDigit)
        && !CommonWords.contains(name.text());
  }

  private static Finding finding(List<Candidate> names) {
    boolean weekday = names.size() == 1 && CalendarNames.weekday(names.getFirst().text()) != null;
    FlagKind kind = weekday ? FlagKind.DATE : FlagKind.NAME;
    return new Finding(kind, names.getFirst().start(), names.getLast().end());
  }

  private boolean isUnknown(Candidate name) {
    DayOfWeek day = CalendarNames.weekday(name.text());
    if (day != null) {
      return name.text().length() > 5
          && !evidence.hasWeekday(day)
          && !evidence.hasWord(name.text());
    }
    return CalendarNames.month(name.text()) == null && !evidence.hasWord(name.text());
  }
}
