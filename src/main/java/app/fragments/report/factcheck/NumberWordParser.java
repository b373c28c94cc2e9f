package app.fragments.report.factcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses English numbers in words: "twelve", "third", "forty-five percent", "three hundred and
/// ten".
final class NumberWordParser {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");
  private static final Map<String, Integer> VALUES = new HashMap<>();

  static {
    addValues(0, 1, "zero one two three four five six seven eight nine ten eleven twelve");
    addValues(13, 1, "thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
    addValues(20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
    addValues(1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth");
    addValues(11, 1, "eleventh twelfth");
    addValues(0, 0, "hundred thousand million");
  }

  private NumberWordParser() {}

  private static void addValues(int first, int step, String words) {
    List<String> list = WordList.listOf(words);
    for (int i = 0; i < list.size(); i++) {
      VALUES.put(list.get(i), first + step * i);
    }
  }

  static List<Claim.Quantity> parse(CharSequence text) {
    List<Claim.Quantity> numbers = new ArrayList<>();
    List<String> sequence = new ArrayList<>();
    int start = 0;
    int end = 0;
    Matcher match = WORD.matcher(text);
    while (match.find()) {
      String word = match.group().toLowerCase(Locale.ROOT);
      boolean joins = !sequence.isEmpty() && match.start() <= end + 1;
      boolean and = joins && word.equals("and");
      boolean number = VALUES.containsKey(word);
      if (!joins || !(and || number)) {
        boolean percent = joins && word.startsWith("percent");
        add(numbers, sequence, start, percent ? match.end() : end, percent);
      }
      if (number) {
        start = sequence.isEmpty() ? match.start() : start;
        sequence.add(word);
      }
      if (number || and) {
        end = match.end();
      }
    }
    add(numbers, sequence, start, end, false);
    return numbers;
  }

  /// Adds the number that the sequence stands for, and clears the sequence.
  private static void add(
      List<Claim.Quantity> numbers, List<String> sequence, int start, int end, boolean percent) {
    if (!sequence.isEmpty()) {
      numbers.add(new Claim.Quantity(start, end, Set.of(Long.toString(value(sequence))), percent));
      sequence.clear();
    }
  }

  private static long value(List<String> words) {
    long total = 0;
    long part = 0;
    for (String word : words) {
      switch (word) {
        case "hundred" -> part = Math.max(part, 1) * 100;
        case "thousand", "million" -> {
          total += Math.max(part, 1) * (word.equals("thousand") ? 1_000 : 1_000_000);
          part = 0;
        }
        default -> part += VALUES.getOrDefault(word, 0);
      }
    }
    return total + part;
  }
}
