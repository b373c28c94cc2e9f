package app.fragments.generator.digest;

import app.fragments.generator.digest.RepeatedTerms.RepeatedTerm;
import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import app.fragments.report.Period;
import app.fragments.report.ReportText;
import app.fragments.report.factcheck.TokenNormalizer;
import app.fragments.report.markdown.Markdown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes the Markdown of a digest. Every line cites its fragments, and says only what they say or
/// what can be counted.
final class DigestMarkdown {
  private static final int MAX_CITED = 6;
  private static final int MAX_DAYS = 5;
  private static final int MAX_LEAD_IN_LENGTH = 80;

  private final List<Entry> fragments;
  private final StringBuilder text = new StringBuilder();
  private final Set<Integer> used = new HashSet<>();
  private final List<Integer> sectionStarts = new ArrayList<>();
  private boolean atSectionStart;

  DigestMarkdown(List<Entry> fragments) {
    this.fragments = fragments;
  }

  /// The title, label and summary. Written last, because the summary cites only fragments that the
  /// report uses.
  private String head(String title, Period period, List<RepeatedTerm> keywords) {
    long days = fragments.stream().map(Entry::date).distinct().count();
    Set<Integer> cited = new TreeSet<>();
    String topics = "";
    if (keywords.isEmpty()) {
      cited.add(0);
      cited.add(fragments.size() - 1);
    } else {
      topics =
          keywords.stream()
              .map(word -> "**" + Markdown.escapeLine(word.text()) + "**")
              .collect(Collectors.joining(", ", " Main topics: ", "."));
      keywords.forEach(word -> cited.addAll(sample(word.fragments())));
    }
    if (!used.isEmpty()) {
      cited.retainAll(used);
      if (cited.isEmpty()) {
        cited.addAll(used);
      }
    }
    return "# %s\n\n*%s*\n\n%s from %s, %s.%s %s\n"
        .formatted(
            title,
            ReportText.DIGEST_LABEL,
            count(fragments.size(), "fragment"),
            count(days, "day"),
            period.label(),
            topics,
            citation(sample(cited)));
  }

  private static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  void section(String title) {
    sectionStarts.add(text.length());
    text.append("\n## ").append(title).append("\n");
    atSectionStart = true;
  }

  void subsection(String title) {
    if (!title.isEmpty()) {
      text.append("\n### ").append(Markdown.escapeLine(title)).append('\n');
    }
    atSectionStart = true;
  }

  private void startBullet() {
    text.append(atSectionStart ? "\n- " : "- ");
    atSectionStart = false;
  }

  /// A sentence as written, after its fragment's title.
  void bullet(Sentence sentence, Collection<Integer> alsoIn) {
    startBullet();
    String title = fragments.get(sentence.fragment()).title().strip();
    if (!sentence.kind().isTask() && isLeadIn(title, sentence.text())) {
      String leadIn = Markdown.escapeLine(title);
      boolean ended = ".!?:".indexOf(leadIn.charAt(leadIn.length() - 1)) >= 0;
      text.append("**").append(leadIn).append(ended ? "**" : ".**").append(' ');
    }
    Set<Integer> cited = new HashSet<>(alsoIn);
    cited.add(sentence.fragment());
    used.addAll(cited);
    text.append(Markdown.escapeLine(sentence.text()) + " " + citation(cited) + "\n");
  }

  private static boolean isLeadIn(String title, String sentence) {
    String normalTitle = TokenNormalizer.normalize(title);
    String normalSentence = TokenNormalizer.normalize(sentence);
    return !title.isEmpty()
        && title.length() <= MAX_LEAD_IN_LENGTH
        && !title.contains("[")
        && title.codePoints().anyMatch(Character::isLetter)
        && !normalSentence.contains(normalTitle)
        && !normalTitle.contains(normalSentence);
  }

  void topic(RepeatedTerm topic) {
    List<LocalDate> days =
        topic.fragments().stream().map(i -> fragments.get(i).date()).distinct().sorted().toList();
    startBullet();
    text.append("**").append(Markdown.escapeLine(topic.text())).append("** ");
    if (days.size() <= MAX_DAYS) {
      text.append(
          days.stream().map(DigestMarkdown::day).collect(Collectors.joining(", ", "on ", "")));
    } else {
      text.append(topic.fragments().size() <= MAX_CITED ? "on " + days.size() + " days, " : "");
      text.append("from " + day(days.getFirst()) + " to " + day(days.getLast()));
    }
    text.append(" " + citation(sample(topic.fragments())) + "\n");
  }

  private static String day(LocalDate date) {
    return DateFormats.periodWithoutYear(date, date);
  }

  /// At most [#MAX_CITED] of the fragments, evenly spread.
  private static List<Integer> sample(Collection<Integer> all) {
    List<Integer> sorted = all.stream().sorted().toList();
    if (sorted.size() <= MAX_CITED) {
      return sorted;
    }
    return IntStream.range(0, MAX_CITED)
        .mapToObj(i -> sorted.get(i * (sorted.size() - 1) / (MAX_CITED - 1)))
        .toList();
  }

  private static String citation(Collection<Integer> cited) {
    return cited.stream()
        .sorted()
        .map(fragment -> "F" + (fragment + 1))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /// The report as it grows, section by section; the last one is complete.
  List<String> drafts(String title, Period period, List<RepeatedTerm> keywords) {
    String head = head(title, period, keywords);
    List<String> drafts = new ArrayList<>();
    sectionStarts.forEach(end -> drafts.add(head + text.substring(0, end)));
    drafts.add(head + text);
    return drafts;
  }
}
