package app.fragments.generator.digest;

import app.fragments.generator.digest.Sentence.Kind;
import app.fragments.journal.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Ranks the sentences of all fragments and picks the best ones that do not say the same twice.
final class LexRank {
  private static final double NOVELTY = 0.75;
  private static final double KEYWORD = 0.2;
  private static final double SAME = 0.6;
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
      scores[i] *= 1 + KEYWORD * found;
    }
  }

  private static double weight(Sentence sentence) {
    String text = sentence.text();
    double weight = 1;
    weight *= sentence.position() == 0 ? 1.25 : 1;
    boolean done = sentence.kind() == Kind.DONE_TASK;
    weight *= done || SectionCues.isResult(text) ? 1.4 : 1;
    weight *= SectionCues.hasFigure(text) ? 1.15 : 1;
    weight *= SectionCues.isDangling(text) ? 0.6 : 1;
    weight *= text.startsWith("…") ? 0.7 : 1;
    weight *= text.endsWith("…") ? 0.85 : 1;
    weight *= text.endsWith("?") ? 0.4 : text.endsWith(":") ? 0.1 : 1;
    weight *= sentence.kind() == Kind.QUOTE ? 0.8 : 1;
    weight *= text.length() < SHORT ? 0.5 + 0.5 * text.length() / SHORT : 1;
    weight *= text.length() > LONG ? 0.9 : 1;
    return weight;
  }

  Sentence sentence(int index) {
    return sentences.get(index);
  }

  int count() {
    return sentences.size();
  }

  /// Whether two sentences say much the same.
  boolean isSame(int one, int other) {
    return vectors.likeness(one, other) > SAME
        || sentences.get(one).text().equalsIgnoreCase(sentences.get(other).text());
  }

  /// The best sentences that pass, best first, each as unlike those picked or taken before as its
  /// rank allows (maximal marginal relevance), no more than one of a fragment where that suffices.
  ///
  /// @param taken what stands in the report already
  /// @param most how many
  List<Integer> pick(IntPredicate passes, Collection<Integer> taken, int most) {
    List<Integer> candidates =
        IntStream.range(0, sentences.size())
            .filter(passes.and(i -> !taken.contains(i)))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .limit(Math.max(200, 10L * most))
            .toList();
    double[] nearest = new double[sentences.size()];
    for (int candidate : candidates) {
      for (int other : taken) {
        nearest[candidate] = Math.max(nearest[candidate], likeness(candidate, other));
      }
    }
    List<Integer> picked = new ArrayList<>();
    while (picked.size() < most) {
      int best = -1;
      double bestValue = 0;
      for (int candidate : candidates) {
        double value = scores[candidate] * (1 - NOVELTY * nearest[candidate]);
        if (value > bestValue && !picked.contains(candidate) && nearest[candidate] <= SAME) {
          best = candidate;
          bestValue = value;
        }
      }
      if (best < 0) {
        break;
      }
      picked.add(best);
      for (int candidate : candidates) {
        nearest[candidate] = Math.max(nearest[candidate], likeness(candidate, best));
      }
    }
    return picked;
  }

  private double likeness(int one, int other) {
    if (sentences.get(one).text().equalsIgnoreCase(sentences.get(other).text())) {
      return 1;
    }
    double likeness = vectors.likeness(one, other);
    boolean sameFragment = sentences.get(one).fragment() == sentences.get(other).fragment();
    return sameFragment ? Math.max(likeness, 0.5) : likeness;
  }
}
