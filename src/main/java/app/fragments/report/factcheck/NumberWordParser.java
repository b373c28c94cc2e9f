package app.fragments.report.factcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads English numbers in words: "twelve", "third", "forty-five percent", "three hundred and
/// ten".
final class NumberWordParser {
  private static final List<String> UNITS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final List<String> ORDINALS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth");

  private static final List<String> SCALES = List.of("hundred", "thousand", "million");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");

  private final Map<String, Integer> values = new HashMap<>();

  NumberWordParser() {
    for (int i = 0; i < UNITS.size(); i++) {
      values.put(UNITS.get(i), i);
    }
    for (int i = 0; i < TENS.size(); i++) {
      values.put(TENS.get(i), 20 + 10 * i);
    }
    for (int i = 0; i < ORDINALS.size(); i++) {
      values.put(ORDINALS.get(i), i + 1);
    }
    for (String scale : SCALES) {
      values.put(scale, 0);
    }
  }

  List<Claim.Quantity> read(CharSequence text) {
    List<Claim.Quantity> numbers = new ArrayList<>();
    List<String> sequence = new ArrayList<>();
    int start = 0;
    int end = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String lower = word.group().toLowerCase(Locale.ROOT);
      boolean joins = !sequence.isEmpty() && word.start() <= end + 1;
      boolean and = joins && lower.equals("and");
      if (joins && !and && !values.containsKey(lower)) {
        add(numbers, sequence, start, end, lower.startsWith("percent") ? word.end() : -1);
      } else if (!joins) {
        add(numbers, sequence, start, end, -1);
      }
      if (values.containsKey(lower)) {
        if (sequence.isEmpty()) {
          start = word.start();
        }
        sequence.add(lower);
      }
      if (values.containsKey(lower) || and) {
        end = word.end();
      }
    }
    add(numbers, sequence, start, end, -1);
    return numbers;
  }

  /// Adds what the sequence means, and empties it.
  ///
  /// @param percentEnd where the word "percent" after it ends, or -1
  private void add(
      List<Claim.Quantity> numbers, List<String> sequence, int start, int end, int percentEnd) {
    if (!sequence.isEmpty()) {
      Set<String> value = Set.of(Long.toString(value(sequence)));
      boolean percent = percentEnd >= 0;
      numbers.add(new Claim.Quantity(start, percent ? percentEnd : end, value, percent));
      sequence.clear();
    }
  }

  private long value(List<String> words) {
    long total = 0;
    long part = 0;
    for (String word : words) {
      switch (word) {
        case "hundred" -> part = Math.max(part, 1) * 100;
        case "thousand", "million" -> {
          total += Math.max(part, 1) * (word.equals("thousand") ? 1_000 : 1_000_000);
          part = 0;
        }
        default -> part += values.getOrDefault(word, 0);
      }
    }
    return total + part;
  }
}
