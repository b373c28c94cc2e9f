package app.fragments.report.factcheck;

import app.fragments.report.FlagKind;
import app.fragments.report.factcheck.NameExtractor.Name;
import app.fragments.report.factcheck.NameExtractor.Standing;
import app.fragments.report.markdown.Passage;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Looks up the names of a passage, several in a row as one.
final class NameChecker {
  private static final Set<String> AFTER_NAMES =
      Set.of(
          "account",
          "acquisition",
          "agreement",
          "board",
          "collaboration",
          "conference",
          "contract",
          "deal",
          "integration",
          "merger",
          "migration",
          "negotiations",
          "office",
          "partnership",
          "pilot",
          "renewal",
          "summit",
          "visit");

  private final NameExtractor reader;
  private final EvidenceIndex index;
  private final CalendarWords calendar;
  private final CommonWords ordinary = new CommonWords();

  NameChecker(NameExtractor reader, EvidenceIndex index, CalendarWords calendar) {
    this.reader = reader;
    this.index = index;
    this.calendar = calendar;
  }

  /// Those that the fragments do not have, in the order of the text.
  ///
  /// @param text as [NameExtractor] reads it
  List<Finding> check(Passage passage, String text) {
    List<Name> names = reader.read(passage, text);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!isUnknown(names.get(i))) {
        continue;
      }
      int last = i;
      while (last + 1 < names.size()
          && areAdjacent(names.get(last), names.get(last + 1), text)
          && isUnknown(names.get(last + 1))
          && names.get(last + 1).isTitled() == names.get(i).isTitled()
          && names.get(last + 1).standing() != Standing.INITIAL) {
        last++;
      }
      List<Name> run = names.subList(i, last + 1);
      if (names.get(i).isTitled()) {
        checkTitled(run, findings);
      } else if (run.size() > 1 || names.get(i).standing() != Standing.INITIAL) {
        findings.add(finding(run));
      }
      i = last;
    }
    return findings;
  }

  /// In a title every word has a capital. One that is no ordinary word may still be one that the
  /// list lacks, so it counts only where a name is due: after a preposition, beside another such
  /// word, or before a word that goes with names.
  private void checkTitled(List<Name> run, List<Finding> findings) {
    for (int i = 0; i < run.size(); i++) {
      int end = i;
      while (end < run.size() && isStrange(run.get(end))) {
        end++;
      }
      List<Name> strange = run.subList(i, end);
      boolean due =
          strange.stream().anyMatch(name -> name.standing() == Standing.IN_TITLE_AFTER_PREPOSITION);
      boolean named =
          end < run.size() && AFTER_NAMES.contains(WordNormalizer.fold(run.get(end).text()));
      if (!strange.isEmpty() && (due || named || strange.size() > 1)) {
        findings.add(finding(strange));
      }
      i = end;
    }
  }

  private boolean isStrange(Name name) {
    return name.text().codePoints().noneMatch(Character::isDigit) && !ordinary.has(name.text());
  }

  private Finding finding(List<Name> names) {
    boolean day = names.size() == 1 && calendar.day(names.getFirst().text()) != null;
    FlagKind kind = day ? FlagKind.DATE : FlagKind.NAME;
    return new Finding(kind, names.getFirst().start(), names.getLast().end());
  }

  private static boolean areAdjacent(Name one, Name next, String text) {
    return next.start() == one.end() + 1 && " -\n".indexOf(text.charAt(one.end())) >= 0;
  }

  private boolean isUnknown(Name name) {
    DayOfWeek day = calendar.day(name.text());
    if (day != null) {
      return name.text().length() > 5 && !index.hasWeekday(day) && !index.hasWord(name.text());
    }
    return calendar.month(name.text()) == null && !index.hasWord(name.text());
  }
}
