package app.fragments.report.check;

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
final class NumberWords {
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

  private final Map<String, Integer> values = new HashMap<>();
  private final Pattern sequence;

  NumberWords() {
    for (int i = 0; i < UNITS.size(); i++) {
      values.put(UNITS.get(i), i);
    }
    for (int i = 0; i < TENS.size(); i++) {
      values.put(TENS.get(i), 20 + 10 * i);
    }
    for (int i = 0; i < ORDINALS.size(); i++) {
      values.put(ORDINALS.get(i), i + 1);
    }
    String word = "(?:" + String.join("|", values.keySet()) + "|hundred|thousand|million)";
    sequence =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])"
                + word
                + "(?:(?:-|\\s|\\sand\\s)"
                + word
                + "){0,12}(?![\\p{L}\\p{N}])"
                + "(\\s(?:percent|per cent))?",
            Pattern.CASE_INSENSITIVE);
  }

  List<Claim.Quantity> read(CharSequence text) {
    List<Claim.Quantity> numbers = new ArrayList<>();
    Matcher match = sequence.matcher(text);
    while (match.find()) {
      boolean percent = match.group(1) != null;
      String words = match.group().toLowerCase(Locale.ROOT);
      numbers.add(
          new Claim.Quantity(
              match.start(), match.end(), Set.of(Long.toString(value(words))), percent));
    }
    return numbers;
  }

  private long value(String words) {
    long total = 0;
    long part = 0;
    for (String word : words.split("[-\\s]+", -1)) {
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
