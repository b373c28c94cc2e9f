package app.fragments.generator.digest;

import app.fragments.generator.digest.Sentence.Kind;
import app.fragments.journal.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Ranks the sentences of all fragments by LexRank and picks the best ones without repetition.
final class LexRank {
  private static final double NOVELTY_WEIGHT = 0.75;
  private static final double KEYWORD_BONUS = 0.2;
  private static final double MAX_SIMILARITY = 0.6;
  private static final int SHORT = 40;
  private static final int LONG = 180;

  private final List<Sentence> sentences;
  private final TermVectors vectors;
  private final double[] scores;

  /// @param keywords the terms that the fragments are most about
  LexRank(List<Sentence> sentences, List<Entry> fragments, Set<String> keywords) {
    this.sentences = sentences;
    this.vectors = new TermVectors(sentences);
    this.scores = vectors.centrality();
    for (int i = 0; i < scores.length; i++) {
      Sentence sentence = sentences.get(i);
      scores[i] *= weight(sentence) * (fragments.get(sentence.fragment()).starred() ? 1.3 : 1);
      long found = sentence.terms().stream().distinct().filter(keywords::contains).count();
      scores[i] *= 1 + KEYWORD_BONUS * found;
    }
  }

  private static double weight(Sentence sentence) {
    String text = sentence.text();
    boolean done = sentence.kind() == Kind.DONE_TASK;
    double weight = sentence.position() == 0 ? 1.25 : 1;
    weight *= done || SectionCues.isResult(text) ? 1.4 : 1;
    weight *= text.codePoints().anyMatch(Character::isDigit) ? 1.15 : 1;
    weight *= SectionCues.isDependent(text) ? 0.6 : 1;
    weight *= text.startsWith("…") ? 0.7 : 1;
    weight *= text.endsWith("…") ? 0.85 : 1;
    weight *= text.endsWith("?") ? 0.4 : text.endsWith(":") ? 0.1 : 1;
    weight *= sentence.kind() == Kind.QUOTE ? 0.8 : 1;
    weight *= text.length() < SHORT ? 0.5 + 0.5 * text.length() / SHORT : 1;
    weight *= text.length() > LONG ? 0.9 : 1;
    return weight;
  }

  /// Picks the best sentences by maximal marginal relevance, best first: each as different from
  /// those picked or taken as its rank allows.
  ///
  /// @param taken the sentences already in the report
  List<Integer> pick(Predicate<Sentence> filter, Collection<Integer> taken, int limit) {
    List<Integer> candidates =
        IntStream.range(0, sentences.size())
            .filter(i -> !taken.contains(i) && filter.test(sentences.get(i)))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .limit(Math.max(200, 10L * limit))
            .toList();
    double[] nearest = new double[sentences.size()];
    taken.forEach(other -> updateNearest(nearest, candidates, other));
    List<Integer> picked = new ArrayList<>();
    while (picked.size() < limit) {
      int best = -1;
      double bestValue = 0;
      for (int candidate : candidates) {
        double value = scores[candidate] * (1 - NOVELTY_WEIGHT * nearest[candidate]);
        if (value > bestValue
            && !picked.contains(candidate)
            && nearest[candidate] <= MAX_SIMILARITY) {
          best = candidate;
          bestValue = value;
        }
      }
      if (best < 0) {
        break;
      }
      picked.add(best);
      updateNearest(nearest, candidates, best);
    }
    return picked;
  }

  private void updateNearest(double[] nearest, List<Integer> candidates, int other) {
    for (int candidate : candidates) {
      nearest[candidate] = Math.max(nearest[candidate], similarity(candidate, other));
    }
  }

  /// The similarity of two sentences, at least 0.5 in the same fragment.
  private double similarity(int one, int other) {
    if (sentences.get(one).text().equalsIgnoreCase(sentences.get(other).text())) {
      return 1;
    }
    double similarity = vectors.similarity(one, other);
    boolean sameFragment = sentences.get(one).fragment() == sentences.get(other).fragment();
    return sameFragment ? Math.max(similarity, 0.5) : similarity;
  }
}
