package app.fragments.generator.digest;

import app.fragments.journal.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what comes back: names and words that fragments of several days have in common.
final class RepeatedTerms {
  private final List<Entry> fragments;
  private final Map<String, SortedSet<Integer>> byTerm = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<String, SortedSet<Integer>> byName = new HashMap<>();
  private final TermExtractor terms;

  /// Something that comes back.
  ///
  /// @param words how it is written
  /// @param fragments where it stands, from 0
  /// @param days on how many days
  record RecurringWords(String words, SortedSet<Integer> fragments, long days) {}

  RepeatedTerms(List<Entry> fragments, List<Sentence> sentences, TermExtractor terms) {
    this.fragments = fragments;
    this.terms = terms;
    ProperNameExtractor names = new ProperNameExtractor();
    for (int i = 0; i < fragments.size(); i++) {
      for (String term : terms.of(fragments.get(i).title())) {
        byTerm.computeIfAbsent(term, key -> new TreeSet<>()).add(i);
        uses.merge(term, 1, Integer::sum);
      }
      for (String name : names.in(fragments.get(i).title())) {
        byName.computeIfAbsent(name, key -> new TreeSet<>()).add(i);
      }
    }
    for (Sentence sentence : sentences) {
      for (String term : sentence.terms()) {
        byTerm.computeIfAbsent(term, key -> new TreeSet<>()).add(sentence.fragment());
        uses.merge(term, 1, Integer::sum);
      }
      for (String name : names.in(sentence.text())) {
        byName.computeIfAbsent(name, key -> new TreeSet<>()).add(sentence.fragment());
      }
    }
  }

  /// The words that the most fragments share and use the most, best first, as they are written.
  List<RecurringWords> words(int most) {
    return ranked()
        .limit(most)
        .map(term -> thread(terms.written(term.getKey()), term.getValue()))
        .toList();
  }

  /// The same as [TermExtractor] has them.
  Set<String> terms(int most) {
    return ranked().limit(most).map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private Stream<Map.Entry<String, SortedSet<Integer>>> ranked() {
    return byTerm.entrySet().stream()
        .filter(term -> fragments.size() == 1 || term.getValue().size() > 1)
        .filter(term -> uses.getOrDefault(term.getKey(), 0) > 1)
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, SortedSet<Integer>> term) -> -weight(term.getKey()))
                .thenComparing(Map.Entry::getKey));
  }

  private double weight(String term) {
    int in = byTerm.getOrDefault(term, new TreeSet<>()).size();
    return in * Math.log(1.0 + uses.getOrDefault(term, 0));
  }

  /// What stands in fragments of at least two days: names first, then words that no name has in it.
  List<RecurringWords> threads(int most) {
    List<RecurringWords> threads = new ArrayList<>();
    byName.entrySet().stream()
        .map(name -> thread(name.getKey(), name.getValue()))
        .filter(thread -> thread.days() > 1)
        .sorted(
            Comparator.comparingLong((RecurringWords thread) -> -thread.days())
                .thenComparingInt(thread -> -thread.fragments().size())
                .thenComparingInt(thread -> -thread.words().length())
                .thenComparing(RecurringWords::words))
        .filter(thread -> isNew(thread, threads) && threads.size() < (most + 1) / 2 + 1)
        .forEach(threads::add);
    words(4 * most).stream()
        .filter(thread -> thread.days() > 1 && isNew(thread, threads))
        .limit(Math.max(0, most - threads.size()))
        .forEach(threads::add);
    return threads;
  }

  private static boolean isNew(RecurringWords thread, List<RecurringWords> threads) {
    String words = thread.words().toLowerCase(Locale.ROOT);
    return threads.stream()
        .map(other -> other.words().toLowerCase(Locale.ROOT))
        .noneMatch(other -> other.contains(words) || words.contains(other));
  }

  private RecurringWords thread(String words, SortedSet<Integer> in) {
    long days = in.stream().map(fragment -> fragments.get(fragment).date()).distinct().count();
    return new RecurringWords(words, in, days);
  }
}
