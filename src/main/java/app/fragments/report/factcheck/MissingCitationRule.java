package app.fragments.report.factcheck;

import app.fragments.report.ReportText;
import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/// Which passages of a report go without a citation that should have one: each paragraph and bullet
/// that states something. Headings, lead-ins, labels, a line that only names the period and
/// "nothing to report" state nothing that a fragment could bear out.
final class MissingCitationRule {
  private static final int LABEL_WORDS = 8;
  private static final Pattern ABSENCE =
      Pattern.compile(
          "(?:no|none|nothing|n/a|not"
              + " applicable|keine?|nichts|aucune?|ning[uú]n[oa]?|nada|nessun[oa]?"
              + "|niente|nenhuma?|geen)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final String OUTER_MARKS = " \t\n*_.";

  private static final Set<String> PERIOD_WORDS =
      Set.of(
          "period",
          "week",
          "of",
          "from",
          "to",
          "until",
          "the",
          "reporting",
          "date",
          "dates",
          "covering",
          "for",
          "report",
          "weekly",
          "progress",
          "through");

  private final Set<Node> cited = new HashSet<>();
  private final Set<Node> tablesDone = new HashSet<>();
  private final ClaimExtractor reader;

  MissingCitationRule(List<Passage> passages, ClaimExtractor reader) {
    this.reader = reader;
    for (Passage passage : passages) {
      if (!Citations.in(passage).isEmpty()) {
        cited.add(passage.block());
        Node unit = unit(passage.block());
        if (unit != null) {
          cited.add(unit);
        }
      }
    }
  }

  /// Whether the passage misses a citation. A table is asked for one as a whole, and blamed once.
  boolean misses(Passage passage) {
    String text = bare(passage.text());
    Node unit = unit(passage.block());
    if (text.codePoints().noneMatch(Character::isLetter)
        || cited.contains(passage.block())
        || (unit != null && cited.contains(unit))) {
      return false;
    }
    return switch (passage.kind()) {
      case HEADING, CODE -> false;
      case CELL -> unit != null && tablesDone.add(unit);
      case PARAGRAPH ->
          !(unit instanceof FootnoteDefinition) && !isQuoteOfCited(unit) && !isLabel(passage, text);
    };
  }

  private static String bare(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && OUTER_MARKS.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && OUTER_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  /// What is cited as one: a list item, quotation, table or footnote.
  private static @Nullable Node unit(Node block) {
    for (Node node = block.getParent(); node != null; node = node.getParent()) {
      if (node instanceof ListItem
          || node instanceof BlockQuote
          || node instanceof TableBlock
          || node instanceof FootnoteDefinition) {
        return node;
      }
    }
    return null;
  }

  private boolean isQuoteOfCited(@Nullable Node unit) {
    return unit instanceof BlockQuote
        && (cited.contains(unit.getPrevious()) || cited.contains(unit.getNext()));
  }

  private boolean isLabel(Passage passage, String text) {
    if (text.equalsIgnoreCase(ReportText.DIGEST_LABEL) || text.endsWith(":")) {
      return true;
    }
    int words = WordNormalizer.WORD.split(text, -1).length - 1;
    if (words > LABEL_WORDS) {
      return isPeriod(text);
    }
    boolean heading = passage.pieces().stream().allMatch(Passage.Piece::strong);
    boolean parent = passage.item() != Item.NONE && passage.block().getNext() instanceof ListBlock;
    return heading || parent || ABSENCE.matcher(text).matches() || isPeriod(text);
  }

  /// "Period: Feb 01 – Feb 07, 2026 (12 fragments)".
  private boolean isPeriod(String text) {
    ClaimExtractor.Reading reading = reader.read(text);
    if (reading.days().isEmpty() && reading.months().isEmpty()) {
      return false;
    }
    return WordNormalizer.WORD
        .matcher(reading.rest())
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .allMatch(PERIOD_WORDS::contains);
  }
}
