package app.fragments.report.factcheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Extracts numbers in digits and in words: "2,540", "4.5 %", "10k", "3rd", "forty-five".
final class NumberExtractor {
  private static final String GROUP_SEPARATOR = "[,.'’ \\u00A0\\u2009\\u202F]";
  private static final Pattern LIST_SEPARATOR = Pattern.compile("[, \\u00A0\\u2009\\u202F]");
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<!\\p{N})(?:(?<grouped>\\p{Nd}{1,3}(?:"
              + GROUP_SEPARATOR
              + "\\p{Nd}{3}){1,8})(?<fraction>[.,]\\p{Nd}{1,9})?(?!\\p{N})"
              + "|(?<plain>\\p{Nd}++(?:[.,]\\p{Nd}++)*+))"
              + "(?<unit>[\\s\\p{Z}]?(?:%|percent\\b|per cent\\b|Prozent\\b|k\\b|K\\b|M\\b|bn\\b"
              + "|hundred\\b|thousand\\b|million\\b|billion\\b))?");

  /// Longer numbers are compared digit by digit.
  private static final int MAX_DIGITS = 40;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");
  private static final Map<String, Integer> WORD_VALUES = new HashMap<>();

  static {
    addValues(0, 1, "zero one two three four five six seven eight nine ten eleven twelve");
    addValues(13, 1, "thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
    addValues(20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
    addValues(1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth");
    addValues(11, 1, "eleventh twelfth");
    addValues(0, 0, "hundred thousand million");
  }

  private NumberExtractor() {}

  private static void addValues(int first, int step, String words) {
    List<String> list = WordList.listOf(words);
    for (int i = 0; i < list.size(); i++) {
      WORD_VALUES.put(list.get(i), first + step * i);
    }
  }

  static List<Claim.Quantity> extract(CharSequence text) {
    List<Claim.Quantity> numbers = new ArrayList<>();
    Matcher match = DIGITS.matcher(text);
    while (match.find()) {
      String grouped = match.group("grouped");
      Set<String> values =
          grouped == null ? plain(match.group("plain")) : grouped(grouped, match.group("fraction"));
      String tail = match.group("unit");
      String unit = tail == null ? "" : tail.strip().toLowerCase(Locale.ROOT);
      boolean percent = unit.equals("%") || unit.startsWith("p");
      if (!unit.isEmpty() && !percent) {
        values.addAll(scaled(values, unit));
      }
      numbers.add(new Claim.Quantity(match.start(), match.end(), values, percent));
    }
    // "2.5 million" is one number, so skip words that overlap digits.
    int digits = numbers.size();
    int next = 0;
    for (Claim.Quantity word : inWords(text)) {
      while (next < digits && numbers.get(next).end() <= word.start()) {
        next++;
      }
      if (next == digits || numbers.get(next).start() >= word.end()) {
        numbers.add(word);
      }
    }
    return numbers;
  }

  /// The single numbers in anything that may be one long number or a list: "120 130 140",
  /// "250,300,410", "12 404". A single comma or point does not make a list.
  static Set<String> extractListed(CharSequence text) {
    Set<String> values = new HashSet<>();
    Matcher match = DIGITS.matcher(text);
    while (match.find()) {
      String unit = match.group("unit");
      int end = unit == null ? match.end() : match.start("unit");
      String run = text.subSequence(match.start(), end).toString();
      String[] parts = LIST_SEPARATOR.split(run, -1);
      if (parts.length > 2 || run.indexOf(' ') > 0) {
        Arrays.stream(parts)
            .filter(NumberExtractor::hasOnePointAtMost)
            .forEach(part -> values.add(decimal(part.replaceAll("['’]", ""))));
      }
    }
    return values;
  }

  private static Set<String> grouped(String grouped, @Nullable String fraction) {
    Set<String> values = new HashSet<>();
    String decimals = fraction == null ? "" : "." + fraction.substring(1);
    values.add(decimal(grouped.replaceAll(GROUP_SEPARATOR, "") + decimals));
    int last = grouped.length() - 4;
    boolean oneGroup = last <= 3 && fraction == null;
    if (oneGroup && (grouped.charAt(last) == '.' || grouped.charAt(last) == ',')) {
      values.add(decimal(grouped.substring(0, last) + "." + grouped.substring(last + 1)));
    }
    return values;
  }

  private static Set<String> plain(String digits) {
    String dotted = digits.replace(',', '.');
    return new HashSet<>(Set.of(hasOnePointAtMost(dotted) ? decimal(dotted) : dotted));
  }

  private static Set<String> scaled(Set<String> values, String unit) {
    int zeros =
        switch (unit) {
          case "hundred" -> 2;
          case "k", "thousand" -> 3;
          case "m", "million" -> 6;
          default -> 9;
        };
    return values.stream()
        .filter(value -> hasOnePointAtMost(value) && value.length() <= MAX_DIGITS)
        .map(value -> decimal(new BigDecimal(value).scaleByPowerOfTen(zeros).toPlainString()))
        .collect(Collectors.toSet());
  }

  private static boolean hasOnePointAtMost(String number) {
    return number.indexOf('.') == number.lastIndexOf('.');
  }

  /// The number in ASCII digits, without trailing zeros.
  private static String decimal(String digits) {
    StringBuilder ascii = new StringBuilder(digits.length());
    digits
        .codePoints()
        .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
        .forEach(ascii::appendCodePoint);
    return ascii.length() > MAX_DIGITS
        ? ascii.toString()
        : new BigDecimal(ascii.toString()).stripTrailingZeros().toPlainString();
  }

  /// Extracts English numbers in words: "twelve", "third", "forty-five percent", "three hundred and
  /// ten".
  private static List<Claim.Quantity> inWords(CharSequence text) {
    List<Claim.Quantity> numbers = new ArrayList<>();
    List<String> sequence = new ArrayList<>();
    int start = 0;
    int end = 0;
    Matcher match = WORD.matcher(text);
    while (match.find()) {
      String word = match.group().toLowerCase(Locale.ROOT);
      boolean joins = !sequence.isEmpty() && match.start() <= end + 1;
      boolean and = joins && word.equals("and");
      boolean number = WORD_VALUES.containsKey(word);
      if (!joins || !(and || number)) {
        boolean percent = joins && word.startsWith("percent");
        addWords(numbers, sequence, start, percent ? match.end() : end, percent);
      }
      if (number) {
        start = sequence.isEmpty() ? match.start() : start;
        sequence.add(word);
      }
      if (number || and) {
        end = match.end();
      }
    }
    addWords(numbers, sequence, start, end, false);
    return numbers;
  }

  /// Adds the number that the sequence stands for, and clears the sequence.
  private static void addWords(
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
        default -> part += WORD_VALUES.getOrDefault(word, 0);
      }
    }
    return total + part;
  }
}
