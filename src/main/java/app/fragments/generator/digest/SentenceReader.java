package app.fragments.generator.digest;

import app.fragments.generator.digest.Sentence.Kind;
import app.fragments.journal.Entry;
import app.fragments.report.check.Words;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the sentences of a fragment off its Markdown: paragraphs, list items, tasks and
/// quotations. Headings, tables and code say nothing by themselves.
final class SentenceReader {
  private static final int FEWEST_WORDS = 3;
  private static final Pattern CITATION = Pattern.compile("\\[\\s*[Ff]\\s?\\d");

  private final Markdown markdown = new Markdown();
  private final SentenceSplitter splitter = new SentenceSplitter();
  private final Terms terms;

  SentenceReader(Terms terms) {
    this.terms = terms;
  }

  /// The fragment's sentences in order; its title alone where there are none. What looks like a
  /// citation is left out: in a digest it would become one.
  ///
  /// @param number the fragment's place among all, from 0
  List<Sentence> read(int number, Entry fragment) {
    List<Sentence> sentences = new ArrayList<>();
    List<Sentence> tooShort = new ArrayList<>();
    for (Passage passage : markdown.passages(fragment.text())) {
      if (passage.kind() != Passage.Kind.PARAGRAPH) {
        continue;
      }
      Kind kind = kind(passage);
      boolean task = kind == Kind.OPEN_TASK || kind == Kind.DONE_TASK;
      for (String text : splitter.split(passage.text())) {
        if (CITATION.matcher(text).find()) {
          continue;
        }
        boolean full = task || words(text) >= FEWEST_WORDS;
        int position = sentences.size();
        (full ? sentences : tooShort)
            .add(new Sentence(number, position, kind, text, terms.of(text)));
      }
    }
    if (sentences.isEmpty() && fragment.title().isBlank()) {
      return tooShort;
    }
    if (sentences.isEmpty() && !CITATION.matcher(fragment.title()).find()) {
      sentences.addAll(tooShort);
      if (sentences.isEmpty()) {
        String title = fragment.title().strip();
        sentences.add(new Sentence(number, 0, Kind.PROSE, title, terms.of(title)));
      }
    }
    return sentences;
  }

  private static int words(String text) {
    int words = (int) Words.WORD.matcher(text).results().count();
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
