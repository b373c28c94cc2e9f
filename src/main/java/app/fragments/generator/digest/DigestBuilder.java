package app.fragments.generator.digest;

import app.fragments.generator.digest.SectionTracker.Section;
import app.fragments.generator.digest.Sentence.Kind;
import app.fragments.journal.Entry;
import app.fragments.report.Period;
import app.fragments.report.factcheck.TokenNormalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Builds a digest section by section. No sentence appears twice. Sentences are known by their
/// index.
final class DigestBuilder {
  private static final int KEYWORDS = 4;
  private static final int MAX_HIGHLIGHTS = 5;
  private static final int MAX_TOPICS = 6;
  private static final int MAX_BLOCKERS = 5;
  private static final int MAX_PROBLEMS = 2;
  private static final int MIN_OPENING_LENGTH = 30;
  private static final int MAX_PLANS_OUTSIDE = 4;
  private static final int MAX_PLANS = 8;
  private static final int MAX_TASKS = 30;
  private static final int MAX_BULLETS = 40;
  private static final int MAX_BULLETS_PER_GROUP = 6;

  private final List<Entry> fragments;
  private final List<Sentence> sentences;
  private final LexRank ranking;
  private final RepeatedTerms terms;
  private final DigestMarkdown markdown;
  private final Set<Integer> taken = new HashSet<>();
  private List<Integer> blockers = List.of();
  private List<Integer> plans = List.of();

  DigestBuilder(List<Entry> fragments, List<Sentence> sentences, TermExtractor extractor) {
    this.fragments = fragments;
    this.sentences = sentences;
    this.terms = new RepeatedTerms(fragments, sentences, extractor);
    this.ranking = new LexRank(sentences, fragments, terms.topTerms(KEYWORDS));
    this.markdown = new DigestMarkdown(fragments);
  }

  private static boolean isIn(Section section, Sentence sentence) {
    return sentence.section() == section && sentence.kind() != Kind.DONE_TASK;
  }

  private static boolean isStatement(Sentence sentence) {
    return sentence.kind() != Kind.OPEN_TASK;
  }

  /// Whether it makes sense without the sentence before it.
  private static boolean standsAlone(Sentence sentence) {
    return isStatement(sentence)
        && !sentence.text().startsWith("…")
        && !SectionCues.DEPENDENT.test(sentence.text());
  }

  private boolean isBlocker(Sentence sentence) {
    String text = sentence.text();
    if (isIn(Section.BLOCKERS, sentence)) {
      return isStatement(sentence) && !SectionCues.NO_BLOCKER.test(text);
    }
    boolean opening = sentence.position() < 2 && text.length() >= MIN_OPENING_LENGTH;
    String title = fragments.get(sentence.fragment()).title();
    return sentence.kind() != Kind.DONE_TASK
        && sentence.section() != Section.PLANS
        && standsAlone(sentence)
        && (opening && SectionCues.PROBLEM_TITLE.test(title) || SectionCues.isBlocker(text));
  }

  private static boolean isProblem(Sentence sentence) {
    return standsAlone(sentence) && !isPlan(sentence) && SectionCues.isProblem(sentence.text());
  }

  private static boolean isPlan(Sentence sentence) {
    return isStatement(sentence)
        && sentence.kind() != Kind.DONE_TASK
        && (sentence.section() == Section.PLANS
            || standsAlone(sentence) && SectionCues.PLAN.test(sentence.text()));
  }

  void highlights() {
    int limit = Math.clamp(1 + fragments.size() / 2, 2, MAX_HIGHLIGHTS);
    Predicate<Sentence> fits =
        s ->
            standsAlone(s)
                && !(isBlocker(s) || isProblem(s) || isPlan(s) || isIn(Section.BLOCKERS, s));
    section("Highlights", pick(fits, limit));
  }

  /// Reserves sentences for the last two sections, so that no group takes them.
  void reserveBlockersAndPlans() {
    List<Integer> blocking = pick(this::isBlocker, MAX_BLOCKERS);
    int problems = Math.min(MAX_BLOCKERS - blocking.size(), MAX_PROBLEMS);
    blocking.addAll(pick(DigestBuilder::isProblem, problems));
    blockers = blocking.stream().sorted().toList();
    List<Integer> planned = pick(s -> isPlan(s) && isIn(Section.PLANS, s), MAX_PLANS);
    int outside = Math.max(0, MAX_PLANS_OUTSIDE - planned.size());
    planned.addAll(pick(DigestBuilder::isPlan, outside));
    plans = planned.stream().sorted().toList();
  }

  void groups() {
    FragmentGroups groups = FragmentGroups.of(fragments, terms);
    int share = Math.max(1, MAX_BULLETS / Math.max(1, groups.groups().size()));
    int limit = Math.min(MAX_BULLETS_PER_GROUP, share);
    Map<String, List<Integer>> bullets = new LinkedHashMap<>();
    groups
        .groups()
        .forEach((heading, in) -> bullets.put(heading, group(in, limit, groups.perFragment())));
    bullets.values().removeIf(List::isEmpty);
    if (!bullets.isEmpty()) {
      markdown.section(groups.title());
    }
    bullets.forEach(
        (heading, picked) -> {
          markdown.subsection(heading);
          picked.forEach(this::bullet);
        });
  }

  /// The best sentence of every fragment that the report does not use yet, and more if there is
  /// room. Groups show what was done, so plans do not belong there.
  private List<Integer> group(List<Integer> members, int limit, int perFragment) {
    Predicate<Sentence> fits = s -> isStatement(s) && !isIn(Section.PLANS, s);
    List<Integer> picked = new ArrayList<>();
    for (int fragment : members) {
      Predicate<Sentence> own = s -> s.fragment() == fragment;
      if (picked.size() < limit && taken.stream().map(sentences::get).noneMatch(own)) {
        picked.addAll(pick(fits.and(own), 1));
      }
    }
    Set<Integer> all = Set.copyOf(members);
    int more = Math.min(limit, perFragment * members.size()) - picked.size();
    picked.addAll(pick(fits.and(s -> all.contains(s.fragment())), Math.max(0, more)));
    return picked.stream().sorted().toList();
  }

  void recurringTopics() {
    List<RepeatedTerms.RepeatedTerm> topics = terms.topics(MAX_TOPICS);
    if (!topics.isEmpty()) {
      markdown.section("Recurring topics");
      topics.forEach(markdown::topic);
    }
  }

  void blockers() {
    section("Blockers", blockers);
  }

  /// Open tasks, then sentences about the future. A task that is done later is not open.
  void nextSteps() {
    Map<String, Set<Integer>> citedBy = new LinkedHashMap<>();
    Map<String, Sentence> tasks = new LinkedHashMap<>();
    for (Sentence sentence : sentences) {
      String task = TokenNormalizer.normalize(sentence.text());
      if (sentence.kind() == Kind.OPEN_TASK) {
        tasks.putIfAbsent(task, sentence);
        citedBy.computeIfAbsent(task, key -> new HashSet<>()).add(sentence.fragment());
      } else if (sentence.kind() == Kind.DONE_TASK) {
        tasks.remove(task);
      }
    }
    if (!tasks.isEmpty() || !plans.isEmpty()) {
      markdown.section("Next steps");
    }
    tasks.entrySet().stream()
        .skip(Math.max(0, tasks.size() - MAX_TASKS))
        .forEach(
            task ->
                markdown.bullet(task.getValue(), citedBy.getOrDefault(task.getKey(), Set.of())));
    plans.forEach(this::bullet);
  }

  private List<Integer> pick(Predicate<Sentence> filter, int limit) {
    List<Integer> picked = ranking.pick(filter, taken, limit);
    taken.addAll(picked);
    return picked;
  }

  private void section(String title, List<Integer> picked) {
    if (!picked.isEmpty()) {
      markdown.section(title);
      picked.forEach(this::bullet);
    }
  }

  private void bullet(int index) {
    markdown.bullet(sentences.get(index), Set.of());
  }

  /// The report as it grows, see [DigestMarkdown#drafts].
  List<String> drafts(String title, Period period) {
    return markdown.drafts(title, period, terms.top(KEYWORDS));
  }
}
