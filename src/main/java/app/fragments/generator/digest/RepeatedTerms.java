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

/// Finds the terms and names that several fragments share.
final class RepeatedTerms {
  private final List<Entry> fragments;
  private final TermExtractor extractor;
  private final Map<String, SortedSet<Integer>> byTerm = new HashMap<>();
  private final Map<String, SortedSet<Integer>> byName = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  /// A term or name that several fragments share, with their indexes and how many days they cover.
  record RepeatedTerm(String text, SortedSet<Integer> fragments, long days) {}

  RepeatedTerms(List<Entry> fragments, List<Sentence> sentences, TermExtractor extractor) {
    this.fragments = fragments;
    this.extractor = extractor;
    for (int i = 0; i < fragments.size(); i++) {
      String title = fragments.get(i).title();
      add(i, title, extractor.extract(title));
    }
    sentences.forEach(sentence -> add(sentence.fragment(), sentence.text(), sentence.terms()));
  }

  private void add(int fragment, String text, List<String> terms) {
    terms.forEach(term -> uses.merge(term, 1, Integer::sum));
    terms.forEach(term -> byTerm.computeIfAbsent(term, key -> new TreeSet<>()).add(fragment));
    ProperNameExtractor.extract(text)
        .forEach(name -> byName.computeIfAbsent(name, key -> new TreeSet<>()).add(fragment));
  }

  /// The terms that most fragments share and use most often, best first.
  List<RepeatedTerm> top(int limit) {
    return ranked()
        .limit(limit)
        .map(term -> repeated(extractor.mostCommonForm(term.getKey()), term.getValue()))
        .toList();
  }

  /// The same as [#top], in the form [TermExtractor] gives them.
  Set<String> topTerms(int limit) {
    return ranked().limit(limit).map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private Stream<Map.Entry<String, SortedSet<Integer>>> ranked() {
    return byTerm.entrySet().stream()
        .filter(term -> fragments.size() == 1 || term.getValue().size() > 1)
        .filter(term -> uses.getOrDefault(term.getKey(), 0) > 1)
        .sorted(
            Comparator.comparingDouble(this::weight).reversed().thenComparing(Map.Entry::getKey));
  }

  private double weight(Map.Entry<String, SortedSet<Integer>> term) {
    return term.getValue().size() * Math.log(1.0 + uses.getOrDefault(term.getKey(), 0));
  }

  /// The topics of at least two days: names first, then terms that no chosen name contains.
  List<RepeatedTerm> topics(int limit) {
    List<RepeatedTerm> topics = new ArrayList<>();
    byName.entrySet().stream()
        .map(name -> repeated(name.getKey(), name.getValue()))
        .filter(topic -> topic.days() > 1)
        .sorted(
            Comparator.comparingLong((RepeatedTerm topic) -> -topic.days())
                .thenComparingInt(topic -> -topic.fragments().size())
                .thenComparingInt(topic -> -topic.text().length())
                .thenComparing(RepeatedTerm::text))
        .filter(topic -> isNew(topic, topics) && topics.size() < (limit + 1) / 2 + 1)
        .forEach(topics::add);
    top(4 * limit).stream()
        .filter(topic -> topic.days() > 1 && isNew(topic, topics))
        .limit(Math.max(0, limit - topics.size()))
        .forEach(topics::add);
    return topics;
  }

  private static boolean isNew(RepeatedTerm topic, List<RepeatedTerm> topics) {
    String text = topic.text().toLowerCase(Locale.ROOT);
    return topics.stream()
        .map(other -> other.text().toLowerCase(Locale.ROOT))
        .noneMatch(other -> other.contains(text) || text.contains(other));
  }

  private RepeatedTerm repeated(String text, SortedSet<Integer> in) {
    long days = in.stream().map(fragment -> fragments.get(fragment).date()).distinct().count();
    return new RepeatedTerm(text, in, days);
  }
}
