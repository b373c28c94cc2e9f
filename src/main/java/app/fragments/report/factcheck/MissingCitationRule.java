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

/// Every paragraph and bullet that states something needs a citation. Headings, lead-ins, labels,
/// "Period: …" and "Nothing to report" state nothing that a fragment could support.
final class MissingCitationRule {
  private static final int MAX_LABEL_WORDS = 8;
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?:no|none|nothing|n/a|not applicable|keine?|nichts|aucune?|ning[uú]n[oa]?|nada"
              + "|nessun[oa]?|niente|nenhuma?|geen)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern OUTER_MARKS =
      Pattern.compile("\\A[ \t\n*_.]++|(?<![ \t\n*_.])[ \t\n*_.]++\\z");
  private static final Set<String> PERIOD_WORDS =
      WordList.setOf(
          """
          period week of from to until the reporting date dates covering for report weekly progress
          through
          """);

  private final Set<Node> cited = new HashSet<>();
  private final Set<Node> flaggedTables = new HashSet<>();

  MissingCitationRule(List<Passage> passages) {
    for (Passage passage : passages) {
      if (!Citation.findAll(passage).isEmpty()) {
        cited.add(passage.block());
        Node container = container(passage.block());
        if (container != null) {
          cited.add(container);
        }
      }
    }
  }

  /// Whether the passage lacks a citation. A table needs one as a whole; only its first passage
  /// without one violates the rule.
  boolean isViolatedBy(Passage passage) {
    String text = OUTER_MARKS.matcher(passage.text()).replaceAll("");
    Node container = container(passage.block());
    if (text.codePoints().noneMatch(Character::isLetter)
        || cited.contains(passage.block())
        || (container != null && cited.contains(container))) {
      return false;
    }
    return switch (passage.kind()) {
      case HEADING, CODE -> false;
      case CELL -> container != null && flaggedTables.add(container);
      case PARAGRAPH ->
          !(container instanceof FootnoteDefinition)
              && !(container instanceof BlockQuote quote
                  && (cited.contains(quote.getPrevious()) || cited.contains(quote.getNext())))
              && !isLabel(passage, text);
    };
  }

  /// The list item, quote, table or footnote around a block. One citation covers all of it.
  private static @Nullable Node container(Node block) {
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

  private static boolean isLabel(Passage passage, String text) {
    if (text.equalsIgnoreCase(ReportText.DIGEST_LABEL) || text.endsWith(":")) {
      return true;
    }
    if (TokenNormalizer.words(text).count() > MAX_LABEL_WORDS) {
      return isPeriod(text);
    }
    boolean heading = passage.pieces().stream().allMatch(Passage.Piece::strong);
    boolean parent = passage.item() != Item.NONE && passage.block().getNext() instanceof ListBlock;
    return heading || parent || NOTHING.matcher(text).matches() || isPeriod(text);
  }

  /// "Period: Feb 01 – Feb 07, 2026".
  private static boolean isPeriod(String text) {
    Claims claims = Claims.extract(text);
    return !(claims.days().isEmpty() && claims.months().isEmpty())
        && TokenNormalizer.words(claims.rest())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .allMatch(PERIOD_WORDS::contains);
  }
}
