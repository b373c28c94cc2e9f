package app.fragments.generator.digest;

import app.fragments.generator.digest.Sentence.Kind;
import app.fragments.journal.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /// @param keywords the terms most characteristic of the fragments
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
    weight *= SectionCues.DEPENDENT.test(text) ? 0.6 : 1;
    weight *= text.startsWith("…") ? 0.7 : 1;
    weight *= text.endsWith("…") ? 0.85 : 1;
    weight *= text.endsWith("?") ? 0.4 : text.endsWith(":") ? 0.1 : 1;
    weight *= sentence.kind() == Kind.QUOTE ? 0.8 : 1;
    weight *= text.length() < SHORT ? 0.5 + 0.5 * text.length() / SHORT : 1;
    weight *= text.length() > LONG ? 0.9 : 1;
    return weight;
  }

  /// Picks the best sentences by maximal marginal relevance, best first: a sentence scores less the
  /// more it resembles one already picked or already used in the report.
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

  /// The similarity of two sentences, at least 0.5 if they are from the same fragment.
  private double similarity(int one, int other) {
    Sentence a = sentences.get(one);
    Sentence b = sentences.get(other);
    double similarity = a.text().equalsIgnoreCase(b.text()) ? 1 : vectors.similarity(one, other);
    return a.fragment() == b.fragment() ? Math.max(similarity, 0.5) : similarity;
  }

  /// Sentences as TF-IDF vectors of length 1, with their similarity and centrality.
  private static final class TermVectors {
    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 30;

    private final int[][] terms;
    private final double[][] weights;
    private final int termCount;

    TermVectors(List<Sentence> sentences) {
      Map<String, Integer> ids = new HashMap<>();
      List<Map<Integer, Integer>> frequencies = new ArrayList<>();
      Map<Integer, Integer> sentencesWith = new HashMap<>();
      for (Sentence sentence : sentences) {
        Map<Integer, Integer> frequency = new TreeMap<>();
        for (String term : sentence.terms()) {
          frequency.merge(ids.computeIfAbsent(term, key -> ids.size()), 1, Integer::sum);
        }
        frequency.keySet().forEach(term -> sentencesWith.merge(term, 1, Integer::sum));
        frequencies.add(frequency);
      }
      termCount = ids.size();
      terms = new int[sentences.size()][];
      weights = new double[sentences.size()][];
      for (int i = 0; i < sentences.size(); i++) {
        Map<Integer, Integer> frequency = frequencies.get(i);
        terms[i] = frequency.keySet().stream().mapToInt(Integer::intValue).toArray();
        weights[i] = new double[terms[i].length];
        double square = 0;
        for (int k = 0; k < terms[i].length; k++) {
          int in = sentencesWith.getOrDefault(terms[i][k], 1);
          double idf = Math.log(1 + (double) sentences.size() / in);
          weights[i][k] = (1 + Math.log(frequency.getOrDefault(terms[i][k], 1))) * idf;
          square += weights[i][k] * weights[i][k];
        }
        for (int k = 0; k < terms[i].length; k++) {
          weights[i][k] /= Math.sqrt(square);
        }
      }
    }

    /// The cosine similarity of two sentences, from 0 to 1.
    double similarity(int one, int other) {
      double sum = 0;
      for (int i = 0, k = 0; i < terms[one].length && k < terms[other].length; ) {
        int difference = terms[one][i] - terms[other][k];
        if (difference == 0) {
          sum += weights[one][i++] * weights[other][k++];
        } else if (difference < 0) {
          i++;
        } else {
          k++;
        }
      }
      return sum;
    }

    /// Continuous LexRank, from 0 to 1. Multiplies by the vectors and their transpose instead of
    /// building the similarity matrix, so a round is linear in the length of the text.
    double[] centrality() {
      int count = terms.length;
      double[] ones = new double[count];
      Arrays.fill(ones, 1);
      double[] degrees = timesSimilarity(ones);
      double[] rank = new double[count];
      Arrays.fill(rank, 1.0 / Math.max(count, 1));
      for (int round = 0; round < ROUNDS; round++) {
        double[] shares = new double[count];
        for (int i = 0; i < count; i++) {
          shares[i] = degrees[i] > 0 ? rank[i] / degrees[i] : 0;
        }
        double[] received = timesSimilarity(shares);
        for (int i = 0; i < count; i++) {
          rank[i] = (1 - DAMPING) / count + DAMPING * received[i];
        }
      }
      double max = Arrays.stream(rank).max().orElse(1);
      return Arrays.stream(rank).map(value -> value / max).toArray();
    }

    private double[] timesSimilarity(double[] vector) {
      double[] byTerm = new double[termCount];
      for (int i = 0; i < terms.length; i++) {
        for (int k = 0; k < terms[i].length; k++) {
          byTerm[terms[i][k]] += weights[i][k] * vector[i];
        }
      }
      double[] product = new double[terms.length];
      for (int i = 0; i < terms.length; i++) {
        for (int k = 0; k < terms[i].length; k++) {
          product[i] += weights[i][k] * byTerm[terms[i][k]];
        }
      }
      return product;
    }
  }
}
