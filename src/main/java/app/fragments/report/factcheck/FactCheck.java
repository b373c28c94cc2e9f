package app.fragments.report.factcheck;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.factcheck.PassageChecker.Finding;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Checks a report against the fragments it was woven from, in linear time. Thread-safe.
///
/// It compares words, not meanings: what it flags is not in the fragments, but what it does not
/// flag may still be wrong.
public final class FactCheck {
  /// The length of the excerpt that identifies an uncited paragraph.
  private static final int UNCITED_EXCERPT = 60;

  /// After this many flags, do not look for quotes any more.
  private static final int MAX_QUOTES = 200;

  /// Stop after this many flags.
  private static final int MAX_FLAGS = 500;

  private static final int CONTEXT_BEFORE = 300;
  private static final int CONTEXT_AFTER = 200;
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？][\"”’»)]*\\s");

  private final Markdown markdown = new Markdown();

  /// Finds the statements that the fragments (`F1` first) do not support, at most 500, and the
  /// fragments that nothing cites.
  public CheckResult check(String report, List<Entry> fragments) {
    List<Passage> passages = markdown.passages(report);
    List<String> texts = fragments.stream().map(Entry::text).toList();
    EvidenceIndex evidence = new EvidenceIndex(fragments, markdown);
    NameChecker names = new NameChecker(LanguageDetector.detect(report, texts), evidence);
    PassageChecker passageChecker = new PassageChecker(evidence, names, fragments);
    MissingCitationRule missingCitation = new MissingCitationRule(passages);
    List<Flag> flags = new ArrayList<>();
    Set<Integer> cited = new HashSet<>();
    for (Passage passage : passages) {
      List<Citation> citations = Citation.findAll(passage);
      citations.forEach(citation -> cited.addAll(citation.numbers()));
      if (missingCitation.isViolatedBy(passage)) {
        flags.add(uncited(passage));
      }
      for (Finding finding : passageChecker.check(passage, citations)) {
        Integer number = citedBy(finding, passage.text(), citations, fragments.size());
        String quote =
            number == null || flags.size() >= MAX_QUOTES
                ? null
                : quote(finding, passage.text(), fragments.get(number - 1));
        String flagged = passage.text().substring(finding.start(), finding.end()).strip();
        int line = passage.lineAt(finding.start());
        flags.add(new Flag(finding.kind(), flagged, line, number, quote));
      }
    }
    List<EntryId> unused =
        IntStream.rangeClosed(1, fragments.size())
            .filter(number -> !cited.contains(number))
            .mapToObj(number -> fragments.get(number - 1).id())
            .toList();
    return new CheckResult(flags.stream().limit(MAX_FLAGS).toList(), unused);
  }

  private static Flag uncited(Passage passage) {
    String text = passage.text();
    int start = text.length() - text.stripLeading().length();
    int lineEnd = text.indexOf('\n', start);
    String line = text.substring(start, lineEnd < 0 ? text.length() : lineEnd);
    if (line.length() > UNCITED_EXCERPT) {
      int space = line.lastIndexOf(' ', UNCITED_EXCERPT);
      line = line.substring(0, space > 0 ? space : line.offsetByCodePoints(0, 1));
    }
    return new Flag(FlagKind.UNCITED, line.strip(), passage.lineAt(start), null, null);
  }

  private @Nullable String quote(Finding finding, String text, Entry fragment) {
    int from = Math.max(0, finding.start() - CONTEXT_BEFORE);
    int to = Math.min(text.length(), finding.end() + CONTEXT_AFTER);
    return NearestQuote.find(finding.kind(), text.substring(from, to), fragment, markdown);
  }

  /// The number of the fragment that the finding's sentence cites: by the next citation in the
  /// sentence, otherwise by the last one before it, otherwise by the next one in the passage. Null
  /// for a wrong citation.
  private static @Nullable Integer citedBy(
      Finding finding, String text, List<Citation> citations, int fragments) {
    if (finding.kind() == FlagKind.CITATION) {
      return null;
    }
    Integer before = null;
    for (Citation citation : citations) {
      Integer number =
          citation.numbers().stream()
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
}
