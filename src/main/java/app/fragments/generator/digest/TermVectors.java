package app.fragments.generator.digest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sentences as TF-IDF vectors of length 1, with their similarity and centrality.
final class TermVectors {
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
  /// building the similarity matrix, so a round takes time linear in the text.
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
