package app.fragments.generator.digest;

import app.fragments.generator.digest.LineSplitter.Line;
import app.fragments.generator.digest.SectionTracker.Section;
import app.fragments.generator.digest.Sentence.Kind;
import app.fragments.journal.Entry;
import app.fragments.report.factcheck.TokenNormalizer;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the sentences of a fragment off its Markdown: paragraphs, list items, tasks and
/// quotations. Headings and tables say nothing by themselves, unless there is nothing else.
final class SentenceExtractor {
  private static final int FEWEST_WORDS = 3;
  private static final Pattern CITATION = Pattern.compile("\\[\\s*[Ff]\\s?\\d");

  private final Markdown markdown = new Markdown();
  private final SentenceSplitter splitter = new SentenceSplitter();
  private final TermExtractor terms;

  SentenceExtractor(TermExtractor terms) {
    this.terms = terms;
  }

  /// The fragment's sentences in order; its title alone where there are none. What looks like a
  /// citation is left out: in a digest it would become one.
  ///
  /// @param number the fragment's place among all, from 0
  List<Sentence> read(int number, Entry fragment) {
    List<Sentence> sentences = new ArrayList<>();
    List<Sentence> tooShort = new ArrayList<>();
    List<Passage> passages = markdown.passages(fragment.text());
    SectionTracker outline = new SectionTracker();
    for (Passage passage : passages) {
      if (outline.take(passage) || passage.kind() != Passage.Kind.PARAGRAPH) {
        continue;
      }
      for (Line line : LineSplitter.of(VisibleText.of(passage), kind(passage))) {
        boolean task = line.kind() == Kind.OPEN_TASK || line.kind() == Kind.DONE_TASK;
        for (String text : task ? splitter.unsplit(line.text()) : splitter.split(line.text())) {
          if (CITATION.matcher(text).find()) {
            continue;
          }
          boolean full = task || words(text) >= FEWEST_WORDS;
          (full ? sentences : tooShort)
              .add(sentence(number, sentences.size(), line.kind(), outline.section(), text));
        }
      }
    }
    if (!sentences.isEmpty()) {
      return sentences;
    }
    if (tooShort.isEmpty()) {
      return lastResort(fragment.title(), passages)
          .map(text -> List.of(sentence(number, 0, Kind.PROSE, Section.NONE, text)))
          .orElse(List.of());
    }
    return tooShort;
  }

  /// The title, else the headings, else the cells of a table.
  private Optional<String> lastResort(String title, List<Passage> passages) {
    return Stream.of(
            title, joined(passages, Passage.Kind.HEADING), joined(passages, Passage.Kind.CELL))
        .filter(text -> !text.isBlank() && !CITATION.matcher(text).find())
        .flatMap(text -> splitter.unsplit(text).stream())
        .findFirst();
  }

  private static String joined(List<Passage> passages, Passage.Kind kind) {
    return passages.stream()
        .filter(passage -> passage.kind() == kind)
        .map(passage -> VisibleText.of(passage).strip())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private Sentence sentence(int number, int position, Kind kind, Section section, String text) {
    return new Sentence(number, position, kind, section, text, terms.of(text));
  }

  private static int words(String text) {
    int words = (int) TokenNormalizer.WORD.matcher(text).results().count();
    boolean spaceless = text.codePoints().anyMatch(Character::isIdeographic);
    return spaceless ? text.length() / 2 : words;
  }

  private static Kind kind(Passage passage) {
    if (passage.item() == Item.OPEN_TASK) {
      return Kind.OPEN_TASK;
    }
    if (passage.item() == Item.DONE_TASK) {
      return Kind.DONE_TASK;
    }
    return passage.quoted() ? Kind.QUOTE : Kind.PROSE;
  }
}
