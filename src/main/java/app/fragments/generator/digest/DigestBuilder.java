package app.fragments.generator.digest;

import app.fragments.generator.digest.SectionTracker.Section;
import app.fragments.generator.digest.Sentence.Kind;
import app.fragments.journal.Entry;
import app.fragments.report.Period;
import app.fragments.report.factcheck.TokenNormalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/// Puts a digest together, section by section. No sentence stands in it twice.
final class DigestBuilder {
  private static final int KEYWORDS = 4;
  private static final int HIGHLIGHTS = 5;
  private static final int THREADS = 6;
  private static final int BLOCKERS = 5;
  private static final int TROUBLES = 2;
  private static final int TELLING = 30;
  private static final int PLANS = 4;
  private static final int NEXT_STEPS = 8;
  private static final int TASKS = 30;
  private static final int BULLETS_IN_ALL = 40;
  private static final int BULLETS_A_THEME = 6;

  private final List<Entry> fragments;
  private final LexRank ranking;
  private final RepeatedTerms recurring;
  private final DigestMarkdown text;
  private final Set<Integer> taken = new HashSet<>();
  private final List<Integer> troubles = new ArrayList<>();
  private final List<Integer> plans = new ArrayList<>();

  DigestBuilder(List<Entry> fragments, List<Sentence> sentences, TermExtractor terms) {
    this.fragments = fragments;
    this.recurring = new RepeatedTerms(fragments, sentences, terms);
    this.ranking = new LexRank(sentences, fragments, recurring.terms(KEYWORDS));
    this.text = new DigestMarkdown(fragments, ranking);
  }

  private boolean isOpenTask(int index) {
    return ranking.sentence(index).kind() == Kind.OPEN_TASK;
  }

  /// Whether it tells of something: a task that is done does.
  private boolean isTold(int index) {
    return !isOpenTask(index);
  }

  private boolean isUnder(Section section, int index) {
    return ranking.sentence(index).section() == section
        && ranking.sentence(index).kind() != Kind.DONE_TASK;
  }

  private String words(int index) {
    return ranking.sentence(index).text();
  }

  /// Whether it can be understood without the sentence before it.
  private boolean standsAlone(int index) {
    return isTold(index) && !words(index).startsWith("…") && !SectionCues.isDangling(words(index));
  }

  private boolean isBlocked(int index) {
    Sentence sentence = ranking.sentence(index);
    if (sentence.kind() == Kind.DONE_TASK || isUnder(Section.PLAN, index)) {
      return false;
    }
    if (isUnder(Section.TROUBLE, index)) {
      return isTold(index) && !SectionCues.isNoTrouble(words(index));
    }
    String title = fragments.get(sentence.fragment()).title();
    boolean opening = sentence.position() < 2 && words(index).length() >= TELLING;
    boolean tells = opening && SectionCues.isTroubleTitle(title);
    return standsAlone(index) && (tells || SectionCues.isBlocked(words(index)));
  }

  private boolean isTroubled(int index) {
    return standsAlone(index) && !isPlanned(index) && SectionCues.isTroubled(words(index));
  }

  private boolean isPlanned(int index) {
    return isTold(index)
        && (isUnder(Section.PLAN, index)
            || standsAlone(index)
                && ranking.sentence(index).kind() != Kind.DONE_TASK
                && SectionCues.isNext(words(index)));
  }

  void start(String title, Period period) {
    text.start(title, period, recurring.words(KEYWORDS));
  }

  void highlights() {
    int most = Math.clamp(1 + fragments.size() / 2, 2, HIGHLIGHTS);
    IntPredicate passes = i -> standsAlone(i) && !isTroubleOrPlan(i);
    List<Integer> picked = pick(passes, most);
    section("Highlights", picked);
  }

  private boolean isTroubleOrPlan(int index) {
    return isBlocked(index)
        || isTroubled(index)
        || isPlanned(index)
        || isUnder(Section.TROUBLE, index);
  }

  /// Under each heading the best sentence of each fragment that has none in the report yet, and
  /// more where there is room.
  void themes() {
    FragmentGroups themes = FragmentGroups.of(fragments, recurring);
    int share = Math.max(1, BULLETS_IN_ALL / Math.max(1, themes.groups().size()));
    int most = Math.min(BULLETS_A_THEME, share);
    Map<String, List<Integer>> bullets = new LinkedHashMap<>();
    themes
        .groups()
        .forEach(
            (heading, members) -> {
              List<Integer> picked = new ArrayList<>();
              for (int fragment : members) {
                if (picked.size() < most && !isUsed(fragment)) {
                  picked.addAll(pick(i -> isThemed(i) && isOf(i, fragment), 1));
                }
              }
              int wanted =
                  Math.max(
                      0, Math.min(most, themes.perFragment() * members.size()) - picked.size());
              Set<Integer> own = new HashSet<>(members);
              picked.addAll(
                  pick(i -> isThemed(i) && own.contains(ranking.sentence(i).fragment()), wanted));
              if (!picked.isEmpty()) {
                bullets.put(heading, inOrder(picked));
              }
            });
    if (bullets.isEmpty()) {
      return;
    }
    text.section(themes.title());
    bullets.forEach(
        (heading, picked) -> {
          text.subsection(heading);
          picked.forEach(i -> text.bullet(i, Set.of()));
        });
  }

  /// What is only planned is no part of what was done.
  private boolean isThemed(int index) {
    return isTold(index) && !isUnder(Section.PLAN, index);
  }

  private boolean isUsed(int fragment) {
    return taken.stream().anyMatch(i -> isOf(i, fragment));
  }

  private boolean isOf(int index, int fragment) {
    return ranking.sentence(index).fragment() == fragment;
  }

  void recurring() {
    if (fragments.stream().map(Entry::date).distinct().count() < 2) {
      return;
    }
    var threads = recurring.threads(THREADS);
    if (!threads.isEmpty()) {
      text.section("What recurs");
      threads.forEach(text::thread);
    }
  }

  /// Sets aside what belongs under the last two headings, so that no theme takes it.
  void reserveTroubleAndPlans() {
    List<Integer> picked = new ArrayList<>(pick(this::isBlocked, BLOCKERS));
    int room = Math.min(BLOCKERS - picked.size(), TROUBLES);
    picked.addAll(pick(this::isTroubled, room));
    troubles.addAll(inOrder(picked));
    List<Integer> planned =
        new ArrayList<>(pick(i -> isPlanned(i) && isUnder(Section.PLAN, i), NEXT_STEPS));
    planned.addAll(pick(this::isPlanned, Math.max(0, PLANS - planned.size())));
    plans.addAll(inOrder(planned));
  }

  void blockers() {
    section("Blockers", troubles);
  }

  /// Tasks that are still open, then sentences that speak of what is to come.
  void nextSteps() {
    Map<String, Set<Integer>> where = new LinkedHashMap<>();
    Map<String, Integer> tasks = new LinkedHashMap<>();
    for (int i = 0; i < ranking.count(); i++) {
      String task = TokenNormalizer.normalize(ranking.sentence(i).text());
      if (isOpenTask(i)) {
        tasks.putIfAbsent(task, i);
        where.computeIfAbsent(task, key -> new TreeSet<>()).add(ranking.sentence(i).fragment());
      } else if (ranking.sentence(i).kind() == Kind.DONE_TASK) {
        tasks.remove(task);
      }
    }
    List<Integer> open = tasks.values().stream().skip(Math.max(0, tasks.size() - TASKS)).toList();
    if (open.isEmpty() && plans.isEmpty()) {
      return;
    }
    text.section("Next steps");
    for (int i : open) {
      text.bullet(
          i, where.getOrDefault(TokenNormalizer.normalize(ranking.sentence(i).text()), Set.of()));
    }
    plans.forEach(i -> text.bullet(i, Set.of()));
  }

  private List<Integer> pick(IntPredicate passes, int most) {
    List<Integer> picked = ranking.pick(passes, taken, most);
    taken.addAll(picked);
    return picked;
  }

  private static List<Integer> inOrder(List<Integer> indexes) {
    return indexes.stream().sorted(Comparator.naturalOrder()).toList();
  }

  private void section(String title, List<Integer> bullets) {
    if (!bullets.isEmpty()) {
      text.section(title);
      bullets.forEach(i -> text.bullet(i, Set.of()));
    }
  }

  /// See [DigestMarkdown#drafts()].
  List<String> drafts() {
    return text.drafts();
  }
}
