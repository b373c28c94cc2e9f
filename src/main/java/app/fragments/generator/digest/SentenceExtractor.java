package app.fragments.generator.digest;

import app.fragments.generator.digest.LineSplitter.Line;
import app.fragments.generator.digest.SectionTracker.Section;
import app.fragments.generator.digest.Sentence.Kind;
import app.fragments.journal.Entry;
import app.fragments.report.factcheck.TokenNormalizer;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Piece;
import app.fragments.report.markdown.Passage.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/// Extracts the sentences of a fragment: paragraphs, list items, tasks and quotations. Headings and
/// tables count only if there is nothing else.
final class SentenceExtractor {
  private static final int MIN_WORDS = 3;
  private static final Pattern CITATION = Pattern.compile("\\[\\s*[Ff]\\s?\\d");

  private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);
  private static final Pattern HIDDEN_ELEMENT =
      Pattern.compile(
          "<(script|style|template)\\b.*?(?:</\\1\\s*>|\\z)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern BREAK = Pattern.compile("<br\\b[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");

  private final Markdown markdown = new Markdown();
  private final TermExtractor terms;

  SentenceExtractor(TermExtractor terms) {
    this.terms = terms;
  }

  /// The fragment's sentences in order, or its title if it has none. Leaves out anything that looks
  /// like a citation, because the digest would turn it into one.
  List<Sentence> extract(int index, Entry fragment) {
    List<Sentence> sentences = new ArrayList<>();
    List<Sentence> tooShort = new ArrayList<>();
    List<Passage> passages = markdown.passages(fragment.text());
    SectionTracker tracker = new SectionTracker();
    for (Passage passage : passages) {
      if (tracker.accept(passage) || passage.kind() != Passage.Kind.PARAGRAPH) {
        continue;
      }
      for (Line line : LineSplitter.split(visibleText(passage), kind(passage))) {
        boolean task = line.kind().isTask();
        for (String text :
            task ? SentenceSplitter.unsplit(line.text()) : SentenceSplitter.split(line.text())) {
          if (!CITATION.matcher(text).find()) {
            boolean full = task || countWords(text) >= MIN_WORDS;
            (full ? sentences : tooShort)
                .add(sentence(index, sentences.size(), line.kind(), tracker.section(), text));
          }
        }
      }
    }
    if (!sentences.isEmpty()) {
      return sentences;
    }
    return tooShort.isEmpty() ? fallback(index, fragment.title(), passages) : tooShort;
  }

  /// The title, otherwise the headings, otherwise the table cells.
  private List<Sentence> fallback(int index, String title, List<Passage> passages) {
    return Stream.of(title, join(passages, Passage.Kind.HEADING), join(passages, Passage.Kind.CELL))
        .filter(text -> !text.isBlank() && !CITATION.matcher(text).find())
        .flatMap(text -> SentenceSplitter.unsplit(text).stream())
        .limit(1)
        .map(text -> sentence(index, 0, Kind.PROSE, Section.OTHER, text))
        .toList();
  }

  private static String join(List<Passage> passages, Passage.Kind kind) {
    return passages.stream()
        .filter(passage -> passage.kind() == kind)
        .map(passage -> visibleText(passage).strip())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private Sentence sentence(int index, int position, Kind kind, Section section, String text) {
    return new Sentence(index, position, kind, section, text, terms.extract(text));
  }

  private static int countWords(String text) {
    boolean withoutSpaces = text.codePoints().anyMatch(Character::isIdeographic);
    return withoutSpaces ? text.length() / 2 : (int) TokenNormalizer.words(text).count();
  }

  private static Kind kind(Passage passage) {
    return switch (passage.item()) {
      case OPEN_TASK -> Kind.OPEN_TASK;
      case DONE_TASK -> Kind.DONE_TASK;
      default -> passage.quoted() ? Kind.QUOTE : Kind.PROSE;
    };
  }

  /// The text of a passage that a report may quote: without HTML tags, comments and struck-out
  /// words. Hard line breaks become line separators, soft ones `\n`.
  private static String visibleText(Passage passage) {
    if (passage.block() instanceof HtmlBlock) {
      return ofHtml(passage.text());
    }
    StringBuilder text = new StringBuilder();
    for (Piece piece : passage.pieces()) {
      String words = passage.text().substring(piece.start(), piece.end());
      if (piece.node() instanceof HtmlInline) {
        text.append(ofHtml(words));
      } else if (piece.style() == Style.BREAK) {
        text.append(piece.node() instanceof HardLineBreak ? LineSplitter.HARD_BREAK : '\n');
      } else if (!isStruckOut(piece.node())) {
        text.append(words);
      }
    }
    return text.toString();
  }

  private static boolean isStruckOut(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent)
        .anyMatch(Strikethrough.class::isInstance);
  }

  private static String ofHtml(String html) {
    String shown = HIDDEN_ELEMENT.matcher(COMMENT.matcher(html).replaceAll("")).replaceAll("");
    return TAG.matcher(BREAK.matcher(shown).replaceAll(String.valueOf(LineSplitter.HARD_BREAK)))
        .replaceAll(" ");
  }
}
