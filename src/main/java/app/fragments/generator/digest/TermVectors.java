package app.fragments.generator.digest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sentences as vectors of TF-IDF weights of length 1, and what follows from them: how alike two
/// are, and how central each is.
final class TermVectors {
  private static final double DAMPING = 0.85;
  private static final int ROUNDS = 30;

  private final int[][] terms;
  private final double[][] weights;
  private final int termCount;

  TermVectors(List<Sentence> sentences) {
    Map<String, Integer> numbers = new HashMap<>();
    List<Map<Integer, Integer>> counts = new ArrayList<>();
    Map<Integer, Integer> inSentences = new HashMap<>();
    for (Sentence sentence : sentences) {
      Map<Integer, Integer> count = new TreeMap<>();
      for (String term : sentence.terms()) {
        count.merge(numbers.computeIfAbsent(term, key -> numbers.size()), 1, Integer::sum);
      }
      count.keySet().forEach(term -> inSentences.merge(term, 1, Integer::sum));
      counts.add(count);
    }
    termCount = numbers.size();
    terms = new int[sentences.size()][];
    weights = new double[sentences.size()][];
    for (int i = 0; i < sentences.size(); i++) {
      Map<Integer, Integer> count = counts.get(i);
      terms[i] = count.keySet().stream().mapToInt(Integer::intValue).toArray();
      weights[i] = new double[terms[i].length];
      double square = 0;
      for (int k = 0; k < terms[i].length; k++) {
        int in = inSentences.getOrDefault(terms[i][k], 1);
        double idf = Math.log(1 + (double) sentences.size() / in);
        weights[i][k] = (1 + Math.log(count.getOrDefault(terms[i][k], 1))) * idf;
        square += weights[i][k] * weights[i][k];
      }
      for (int k = 0; k < terms[i].length; k++) {
        weights[i][k] /= Math.sqrt(square);
      }
    }
  }

  /// The cosine of two sentences, from 0 to 1.
  double likeness(int one, int other) {
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

  /// LexRank with continuous weights, from 0 to 1. The matrix of likenesses is never made: it is
  /// the vectors times themselves, so each round takes time in proportion to the text.
  double[] centrality() {
    int count = terms.length;
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    double[] degrees = timesLikeness(ones);
    double[] rank = new double[count];
    Arrays.fill(rank, 1.0 / Math.max(count, 1));
    for (int round = 0; round < ROUNDS; round++) {
      double[] shared = new double[count];
      for (int i = 0; i < count; i++) {
        shared[i] = degrees[i] > 0 ? rank[i] / degrees[i] : 0;
      }
      double[] gathered = timesLikeness(shared);
      for (int i = 0; i < count; i++) {
        rank[i] = (1 - DAMPING) / count + DAMPING * gathered[i];
      }
    }
    double most = Arrays.stream(rank).max().orElse(1);
    return Arrays.stream(rank).map(value -> value / most).toArray();
  }

  private double[] timesLikeness(double[] vector) {
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
