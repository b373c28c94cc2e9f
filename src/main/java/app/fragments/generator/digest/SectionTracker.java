package app.fragments.generator.digest;

import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Item;
import app.fragments.report.markdown.Passage.Piece;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;

/// Follows a fragment's headings: what stands under "Tomorrow" is a plan, and under "Blockers" in
/// the way, whatever its words. English, German, French and Spanish.
final class SectionTracker {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern PLAN =
      Pattern.compile(
          "^\\W*(?:next|tomorrow|to[- ]?dos?|plans?|planned|upcoming|still open|open"
              + " (?:tasks|items)|nächste[rsn]?|morgen|geplant|ausblick|offen(?:es?)?|noch offen|à"
              + " faire|demain|à venir|prochaine?s?|suite|mañana|próxim[oa]s?|pendientes?|por"
              + " hacer)\\b",
          FLAGS);
  private static final Pattern TROUBLE =
      Pattern.compile(
          "^\\W*(?:block(?:ers?|ed)|problems?|issues?|risks?|impediments?|obstacles?|probleme?"
              + "|hindernisse?|blockiert|blocker|risiken|blocages?|bloqué|problèmes?|risques?"
              + "|bloqueos?|problemas?|riesgos?)\\b",
          FLAGS);

  /// A heading of six levels is above a line that stands for one.
  private static final int LEAD_IN = 7;

  private static final int LONGEST_LEAD_IN = 40;

  /// What the words under a heading are.
  enum Section {
    NONE,
    PLAN,
    TROUBLE
  }

  private Section section = Section.NONE;
  private int level;

  /// What the words that come now are.
  Section section() {
    return section;
  }

  /// Takes the next passage in.
  ///
  /// @return whether it is a heading, and says nothing itself
  boolean take(Passage passage) {
    if (passage.block() instanceof Heading heading) {
      enter(passage.text(), heading.getLevel());
      return true;
    }
    if (passage.kind() != Passage.Kind.PARAGRAPH || passage.item() != Item.NONE) {
      return false;
    }
    if (isLeadIn(passage) && of(passage.text()) != Section.NONE) {
      enter(passage.text(), LEAD_IN);
      return true;
    }
    if (level == LEAD_IN) {
      enter("", LEAD_IN); // the list under it has ended
    }
    return false;
  }

  /// A short line in bold, or with a colon at its end.
  private static boolean isLeadIn(Passage passage) {
    String text = passage.text().strip();
    return text.length() <= LONGEST_LEAD_IN
        && (text.endsWith(":") || passage.pieces().stream().allMatch(Piece::strong));
  }

  private void enter(String heading, int itsLevel) {
    Section its = of(heading);
    if (its != Section.NONE || itsLevel <= level) {
      section = its;
      level = its == Section.NONE ? 0 : itsLevel;
    }
  }

  private static Section of(String heading) {
    if (PLAN.matcher(heading).find()) {
      return Section.PLAN;
    }
    return TROUBLE.matcher(heading).find() ? Section.TROUBLE : Section.NONE;
  }
}
