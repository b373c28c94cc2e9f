package app.fragments.generator.digest;

import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Item;
import app.fragments.report.markdown.Passage.Piece;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;

/// Tracks which section of a fragment a passage belongs to: everything below "Tomorrow" is a plan,
/// everything below "Blockers" a blocker. Knows English, German, French and Spanish headings.
final class SectionTracker {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern PLANS =
      Pattern.compile(
          "^\\W*(?:next|tomorrow|to[- ]?dos?|plans?|planned|upcoming|still open|open"
              + " (?:tasks|items)|nächste[rsn]?|morgen|geplant|ausblick|offen(?:es?)?|noch offen|à"
              + " faire|demain|à venir|prochaine?s?|suite|mañana|próxim[oa]s?|pendientes?|por"
              + " hacer)\\b",
          FLAGS);
  private static final Pattern BLOCKERS =
      Pattern.compile(
          "^\\W*(?:block(?:ers?|ed)|problems?|issues?|risks?|impediments?|obstacles?|probleme?"
              + "|hindernisse?|blockiert|blocker|risiken|blocages?|bloqué|problèmes?|risques?"
              + "|bloqueos?|problemas?|riesgos?)\\b",
          FLAGS);

  /// The level of a line that serves as a heading, below the six real levels.
  private static final int LEAD_IN = 7;

  private static final int MAX_LEAD_IN_LENGTH = 40;

  enum Section {
    OTHER,
    PLANS,
    BLOCKERS
  }

  private Section section = Section.OTHER;
  private int level;

  Section section() {
    return section;
  }

  /// Moves on to the next passage. True if it is a heading, which states nothing itself.
  boolean accept(Passage passage) {
    if (passage.block() instanceof Heading heading) {
      enter(passage.text(), heading.getLevel());
      return true;
    }
    if (passage.kind() != Passage.Kind.PARAGRAPH || passage.item() != Item.NONE) {
      return false;
    }
    if (isLeadIn(passage) && sectionOf(passage.text()) != Section.OTHER) {
      enter(passage.text(), LEAD_IN);
      return true;
    }
    if (level == LEAD_IN) {
      enter("", LEAD_IN); // a paragraph ends the list below a lead-in
    }
    return false;
  }

  /// A short line in bold, or one that ends with a colon.
  private static boolean isLeadIn(Passage passage) {
    String text = passage.text().strip();
    return text.length() <= MAX_LEAD_IN_LENGTH
        && (text.endsWith(":") || passage.pieces().stream().allMatch(Piece::strong));
  }

  private void enter(String heading, int headingLevel) {
    Section entered = sectionOf(heading);
    if (entered != Section.OTHER || headingLevel <= level) {
      section = entered;
      level = entered == Section.OTHER ? 0 : headingLevel;
    }
  }

  private static Section sectionOf(String heading) {
    if (PLANS.matcher(heading).find()) {
      return Section.PLANS;
    }
    return BLOCKERS.matcher(heading).find() ? Section.BLOCKERS : Section.OTHER;
  }
}
