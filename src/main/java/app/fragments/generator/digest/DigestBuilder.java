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
import java.util.TreeSet;
import java.util.function.IntPredicate;

/// Builds a digest section by section. No sentence appears twice. Sentences are known by their
/// index in the ranking.
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
  private final LexRank ranking;
  private final RepeatedTerms terms;
  private final DigestMarkdown markdown;
  private final Set<Integer> taken = new HashSet<>();
  private List<Integer> blockers = List.of();
  private List<Integer> plans = List.of();

  DigestBuilder(List<Entry> fragments, List<Sentence> sentences, TermExtractor extractor) {
    this.fragments = fragments;
    this.terms = new RepeatedTerms(fragments, sentences, extractor);
    this.ranking = new LexRank(sentences, fragments, terms.topTerms(KEYWORDS));
    this.markdown = new DigestMarkdown(fragments);
  }

  private Kind kind(int index) {
    return ranking.sentence(index).kind();
  }

  private String text(int index) {
    return ranking.sentence(index).text();
  }

  private boolean isStatement(int index) {
    return kind(index) != Kind.OPEN_TASK;
  }

  private boolean isIn(Section section, int index) {
    return ranking.sentence(index).section() == section && kind(index) != Kind.DONE_TASK;
  }

  private boolean isOf(int fragment, int index) {
    return ranking.sentence(index).fragment() == fragment;
  }

  /// Whether it makes sense without the sentence before it.
  private boolean standsAlone(int index) {
    return isStatement(index)
        && !text(index).startsWith("…")
        && !SectionCues.isDependent(text(index));
  }

  private boolean isBlocker(int index) {
    if (kind(index) == Kind.DONE_TASK || isIn(Section.PLANS, index)) {
      return false;
    }
    if (isIn(Section.BLOCKERS, index)) {
      return isStatement(index) && !SectionCues.isNoBlocker(text(index));
    }
    Sentence sentence = ranking.sentence(index);
    boolean opening = sentence.position() < 2 && sentence.text().length() >= MIN_OPENING_LENGTH;
    String title = fragments.get(sentence.fragment()).title();
    return standsAlone(index)
        && (opening && SectionCues.isProblemTitle(title) || SectionCues.isBlocker(text(index)));
  }

  private boolean isProblem(int index) {
    return standsAlone(index) && !isPlan(index) && SectionCues.isProblem(text(index));
  }

  private boolean isPlan(int index) {
    return isStatement(index)
        && (isIn(Section.PLANS, index)
            || standsAlone(index)
                && kind(index) != Kind.DONE_TASK
                && SectionCues.isPlan(text(index)));
  }

  void highlights() {
    int limit = Math.clamp(1 + fragments.size() / 2, 2, MAX_HIGHLIGHTS);
    section("Highlights", pick(i -> standsAlone(i) && !isBlockerOrPlan(i), limit));
  }

  private boolean isBlockerOrPlan(int index) {
    return isBlocker(index) || isProblem(index) || isPlan(index) || isIn(Section.BLOCKERS, index);
  }

  /// Reserves sentences for the last two sections, so that no group takes them.
  void reserveBlockersAndPlans() {
    List<Integer> blocking = pick(this::isBlocker, MAX_BLOCKERS);
    blocking.addAll(pick(this::isProblem, Math.min(MAX_BLOCKERS - blocking.size(), MAX_PROBLEMS)));
    blockers = blocking.stream().sorted().toList();
    List<Integer> planned = pick(i -> isPlan(i) && isIn(Section.PLANS, i), MAX_PLANS);
    planned.addAll(pick(this::isPlan, Math.max(0, MAX_PLANS_OUTSIDE - planned.size())));
    plans = planned.stream().sorted().toList();
  }

  /// In each group, the best sentence of every fragment that the report does not use yet, and more
  /// if there is room.
  void groups() {
    FragmentGroups groups = FragmentGroups.of(fragments, terms);
    int share = Math.max(1, MAX_BULLETS / Math.max(1, groups.groups().size()));
    int limit = Math.min(MAX_BULLETS_PER_GROUP, share);
    Map<String, List<Integer>> bullets = new LinkedHashMap<>();
    groups
        .groups()
        .forEach(
            (heading, members) -> {
              List<Integer> picked = new ArrayList<>();
              for (int fragment : members) {
                if (picked.size() < limit && taken.stream().noneMatch(i -> isOf(fragment, i))) {
                  picked.addAll(pick(i -> isForGroup(i) && isOf(fragment, i), 1));
                }
              }
              int wanted = Math.min(limit, groups.perFragment() * members.size());
              Set<Integer> own = new HashSet<>(members);
              picked.addAll(
                  pick(
                      i -> isForGroup(i) && own.contains(ranking.sentence(i).fragment()),
                      Math.max(0, wanted - picked.size())));
              if (!picked.isEmpty()) {
                bullets.put(heading, picked.stream().sorted().toList());
              }
            });
    if (!bullets.isEmpty()) {
      markdown.section(groups.title());
      bullets.forEach(
          (heading, picked) -> {
            markdown.subsection(heading);
            picked.forEach(this::bullet);
          });
    }
  }

  /// The groups tell what was done, so plans do not belong there.
  private boolean isForGroup(int index) {
    return isStatement(index) && !isIn(Section.PLANS, index);
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
    Map<String, Integer> tasks = new LinkedHashMap<>();
    for (int i = 0; i < ranking.count(); i++) {
      String task = TokenNormalizer.normalize(text(i));
      if (kind(i) == Kind.OPEN_TASK) {
        tasks.putIfAbsent(task, i);
        citedBy.computeIfAbsent(task, key -> new TreeSet<>()).add(ranking.sentence(i).fragment());
      } else if (kind(i) == Kind.DONE_TASK) {
        tasks.remove(task);
      }
    }
    if (tasks.isEmpty() && plans.isEmpty()) {
      return;
    }
    markdown.section("Next steps");
    tasks.entrySet().stream()
        .skip(Math.max(0, tasks.size() - MAX_TASKS))
        .forEach(
            task ->
                markdown.bullet(
                    ranking.sentence(task.getValue()),
                    citedBy.getOrDefault(task.getKey(), Set.of())));
    plans.forEach(this::bullet);
  }

  private List<Integer> pick(IntPredicate filter, int limit) {
    List<Integer> picked = ranking.pick(filter, taken, limit);
    taken.addAll(picked);
    return picked;
  }

  private void section(String title, List<Integer> sentences) {
    if (!sentences.isEmpty()) {
      markdown.section(title);
      sentences.forEach(this::bullet);
    }
  }

  private void bullet(int index) {
    markdown.bullet(ranking.sentence(index), Set.of());
  }

  /// The report as it grows, see [DigestMarkdown#drafts].
  List<String> drafts(String title, Period period) {
    return markdown.drafts(title, period, terms.top(KEYWORDS));
  }
}
