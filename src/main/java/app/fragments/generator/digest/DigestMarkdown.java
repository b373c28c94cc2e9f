package app.fragments.generator.digest;

import app.fragments.generator.digest.RepeatedTerms.RecurringWords;
import app.fragments.generator.digest.Sentence.Kind;
import app.fragments.journal.Entry;
import app.fragments.report.Period;
import app.fragments.report.ReportText;
import app.fragments.report.factcheck.TokenNormalizer;
import app.fragments.report.markdown.MarkdownEscape;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes the Markdown of a digest. Every line says which fragments it is from; what stands in it
/// is either theirs, or can be counted.
final class DigestMarkdown {
  private static final int MOST_CITED = 6;
  private static final int MOST_DAYS = 5;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM dd", Locale.ENGLISH);

  private final List<Entry> fragments;
  private final LexRank ranking;
  private final StringBuilder text = new StringBuilder();
  private final SortedSet<Integer> used = new TreeSet<>();
  private final List<Integer> sectionStarts = new ArrayList<>();
  private boolean atSectionStart;
  private String title = "";
  private String period = "";
  private List<RecurringWords> keywords = List.of();

  DigestMarkdown(List<Entry> fragments, LexRank ranking) {
    this.fragments = fragments;
    this.ranking = ranking;
  }

  void start(String reportTitle, Period ofReport, List<RecurringWords> itsKeywords) {
    title = reportTitle;
    period = ofReport.label();
    keywords = itsKeywords;
  }

  /// Cites what the report uses: it says of a fragment no more than that it was selected, which is
  /// no use of it.
  private String head() {
    StringBuilder head = new StringBuilder();
    head.append("# ").append(title).append("\n\n");
    head.append('*').append(ReportText.DIGEST_LABEL).append("*\n\n");
    long days = fragments.stream().map(Entry::date).distinct().count();
    head.append(counted(fragments.size(), "fragment")).append(" from ");
    head.append(counted(days, "day")).append(", ").append(period);
    Set<Integer> cited = new TreeSet<>();
    if (keywords.isEmpty()) {
      cited.add(0);
      cited.add(fragments.size() - 1);
    } else {
      head.append(". They speak most of ").append(listed(keywords));
      keywords.forEach(word -> cited.addAll(spread(word.fragments())));
    }
    if (!used.isEmpty()) {
      cited.retainAll(used);
      if (cited.isEmpty()) {
        cited.addAll(used);
      }
    }
    head.append(". ").append(citations(spread(cited))).append('\n');
    return head.toString();
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String listed(List<RecurringWords> keywords) {
    List<String> words =
        keywords.stream().map(word -> "**" + MarkdownEscape.line(word.words()) + "**").toList();
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  void section(String title) {
    sectionStarts.add(text.length());
    text.append("\n## ").append(title).append("\n");
    atSectionStart = true;
  }

  void subsection(String title) {
    if (!title.isEmpty()) {
      text.append("\n### ").append(MarkdownEscape.line(title)).append('\n');
    }
    atSectionStart = true;
  }

  private void startBullet() {
    text.append(atSectionStart ? "\n- " : "- ");
    atSectionStart = false;
  }

  /// A sentence as it was written, led in by its fragment's title.
  void bullet(int index, Collection<Integer> alsoIn) {
    Sentence sentence = ranking.sentence(index);
    startBullet();
    String title = fragments.get(sentence.fragment()).title().strip();
    boolean task = sentence.kind() == Kind.OPEN_TASK || sentence.kind() == Kind.DONE_TASK;
    if (!task && isWorthNaming(title, sentence.text())) {
      String lead = MarkdownEscape.line(title);
      text.append("**").append(lead).append(endsSentence(lead) ? "**" : ".**").append(' ');
    }
    text.append(MarkdownEscape.line(sentence.text())).append(' ');
    Set<Integer> cited = new HashSet<>(alsoIn);
    cited.add(sentence.fragment());
    used.addAll(cited);
    text.append(citations(cited)).append('\n');
  }

  private static boolean isWorthNaming(String title, String sentence) {
    return !title.isEmpty()
        && title.length() <= 80
        && !title.contains("[")
        && title.codePoints().anyMatch(Character::isLetter)
        && !TokenNormalizer.normalize(sentence).contains(TokenNormalizer.normalize(title))
        && !TokenNormalizer.normalize(title).contains(TokenNormalizer.normalize(sentence));
  }

  private static boolean endsSentence(String title) {
    return ".!?:".indexOf(title.charAt(title.length() - 1)) >= 0;
  }

  /// What comes back, and when.
  void thread(RecurringWords thread) {
    List<LocalDate> days =
        thread.fragments().stream().map(i -> fragments.get(i).date()).distinct().sorted().toList();
    startBullet();
    text.append("**").append(MarkdownEscape.line(thread.words())).append("** ");
    if (days.size() <= MOST_DAYS) {
      text.append("on ").append(days.stream().map(DAY::format).collect(Collectors.joining(", ")));
    } else {
      if (thread.fragments().size() <= MOST_CITED) {
        text.append("on ").append(days.size()).append(" days, ");
      }
      text.append("from ").append(DAY.format(days.getFirst()));
      text.append(" to ").append(DAY.format(days.getLast()));
    }
    text.append(' ').append(citations(spread(thread.fragments()))).append('\n');
  }

  /// At most a few, from the whole range.
  private static List<Integer> spread(Collection<Integer> all) {
    List<Integer> sorted = all.stream().sorted().toList();
    if (sorted.size() <= MOST_CITED) {
      return sorted;
    }
    return IntStream.range(0, MOST_CITED)
        .map(i -> i * (sorted.size() - 1) / (MOST_CITED - 1))
        .mapToObj(sorted::get)
        .toList();
  }

  private static String citations(Collection<Integer> cited) {
    return cited.stream()
        .sorted()
        .map(fragment -> "F" + (fragment + 1))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /// The report as it grows, section by section, the whole of it last.
  List<String> drafts() {
    String head = head();
    List<String> drafts = new ArrayList<>();
    sectionStarts.forEach(end -> drafts.add(head + text.substring(0, end)));
    drafts.add(head + text);
    return drafts;
  }
}
