package app.fragments.report.factcheck;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import app.fragments.report.FlagKind;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Checks a report against the fragments it was woven from, on this computer, whatever wrote it
/// (section 7 of the plan).
///
/// It takes time in proportion to the length of both. What it raises is not in the fragments; what
/// it does not raise may still be wrong, since it compares words and not meanings. Safe for use by
/// several threads.
public final class FactCheck {
  /// An uncited paragraph is named by its first characters.
  private static final int UNCITED_LENGTH = 60;

  /// Of so many flags, nobody reads what the fragments say instead.
  private static final int MOST_COUNTERSTATEMENTS = 200;

  /// After so many flags the report is not to be trusted at all, and more would not say it louder.
  private static final int MOST_FLAGS = 500;

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？][\"”’»)]*\\s");

  private final Markdown markdown = new Markdown();
  private final ClaimExtractor reader = new ClaimExtractor();

  /// What the fragments do not bear out, the first 500 of it, and which of them no sentence cites.
  ///
  /// @param report Markdown with citations
  /// @param fragments what it was woven from, `F1` first
  public CheckResult check(String report, List<Entry> fragments) {
    List<Passage> passages = markdown.passages(report);
    Iterable<String> texts = fragments.stream().map(Entry::text)::iterator;
    NameExtractor nameReader = new NameExtractor(LanguageDetector.of(report, texts));
    EvidenceIndex index = new EvidenceIndex(fragments, reader, markdown);
    NameChecker names = new NameChecker(nameReader, index, reader.calendar());
    PassageChecker passageCheck = new PassageChecker(index, reader, names, fragments);
    MissingCitationRule need = new MissingCitationRule(passages, reader);
    List<Flag> flags = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    for (Passage passage : passages) {
      List<Citation> citations = Citations.in(passage);
      citations.stream()
          .flatMap(citation -> citation.mentions().stream())
          .forEach(mention -> used.add(mention.number()));
      if (need.misses(passage)) {
        flags.add(uncited(passage));
      }
      for (Finding finding : passageCheck.check(passage, citations)) {
        boolean full = flags.size() < MOST_COUNTERSTATEMENTS;
        flags.add(flag(finding, passage, citations, fragments, full));
      }
    }
    List<Flag> shown = flags.size() > MOST_FLAGS ? flags.subList(0, MOST_FLAGS) : flags;
    return new CheckResult(shown, unused(fragments, used));
  }

  private static List<EntryId> unused(List<Entry> fragments, Set<Integer> used) {
    return IntStream.rangeClosed(1, fragments.size())
        .filter(number -> !used.contains(number))
        .mapToObj(number -> fragments.get(number - 1).id())
        .toList();
  }

  private static Flag uncited(Passage passage) {
    String text = passage.text();
    int start = text.length() - text.stripLeading().length();
    int lineEnd = text.indexOf('\n', start);
    String line = text.substring(start, lineEnd < 0 ? text.length() : lineEnd);
    if (line.length() > UNCITED_LENGTH) {
      int space = line.lastIndexOf(' ', UNCITED_LENGTH);
      line = line.substring(0, space > 0 ? space : line.offsetByCodePoints(0, 1));
    }
    return new Flag(FlagKind.UNCITED, line.strip(), passage.lineAt(start), null, null);
  }

  private Flag flag(
      Finding finding,
      Passage passage,
      List<Citation> citations,
      List<Entry> fragments,
      boolean withCounterstatement) {
    String text = passage.text().substring(finding.start(), finding.end()).strip();
    int line = passage.lineAt(finding.start());
    if (finding.kind() == FlagKind.CITATION) {
      return new Flag(finding.kind(), text, line, null, null);
    }
    Integer cited = cited(finding, passage.text(), citations, fragments.size());
    String says = null;
    if (cited != null && withCounterstatement) {
      String sentence = sentence(passage.text(), finding);
      says = new NearestQuote(markdown).find(finding.kind(), sentence, fragments.get(cited - 1));
    }
    return new Flag(finding.kind(), text, line, cited, says);
  }

  /// The fragment that the finding's sentence cites: the next citation in it, else the last one
  /// before, else the next one of the passage.
  private static @Nullable Integer cited(
      Finding finding, String text, List<Citation> citations, int fragments) {
    Integer before = null;
    for (Citation citation : citations) {
      Integer number =
          citation.mentions().stream()
              .map(Citation.Mention::number)
              .filter(n -> n >= 1 && n <= fragments)
              .findFirst()
              .orElse(null);
      if (number == null) {
        continue;
      }
      if (citation.end() <= finding.start()) {
        before = number;
      } else {
        String between =
            text.substring(Math.min(finding.end(), citation.start()), citation.start());
        boolean sameSentence = !SENTENCE_END.matcher(between).find();
        return sameSentence || before == null ? number : before;
      }
    }
    return before;
  }

  private static String sentence(String text, Finding finding) {
    int start = Math.max(0, finding.start() - 300);
    int end = Math.min(text.length(), finding.end() + 200);
    return text.substring(start, end);
  }
}
