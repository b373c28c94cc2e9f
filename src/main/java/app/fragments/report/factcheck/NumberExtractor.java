package app.fragments.report.factcheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads numbers off a text, in digits and in words: "2,540", "4.5 %", "10k", "3rd", "forty-five".
final class NumberExtractor {
  private static final String GAP = "[,.'’ \\u00A0\\u2009\\u202F]";
  private static final Pattern LIST_GAP = Pattern.compile("[, \\u00A0\\u2009\\u202F]");
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<!\\p{N})(?:(?<grouped>\\p{Nd}{1,3}(?:"
              + GAP
              + "\\p{Nd}{3}){1,8})(?<rest>[.,]\\p{Nd}{1,9})?(?!\\p{N})"
              + "|(?<plain>\\p{Nd}++(?:[.,]\\p{Nd}++)*+))"
              + "(?<tail>[\\s\\p{Z}]?(?:%|percent\\b|per cent\\b|Prozent\\b|k\\b|K\\b|M\\b|bn\\b"
              + "|hundred\\b|thousand\\b|million\\b|billion\\b))?");
  private static final int LONGEST = 40;

  private final NumberWordParser words = new NumberWordParser();

  List<Claim.Quantity> read(CharSequence text) {
    List<Claim.Quantity> numbers = new ArrayList<>();
    Matcher match = DIGITS.matcher(text);
    while (match.find()) {
      String grouped = match.group("grouped");
      Set<String> values =
          grouped == null ? plain(match.group("plain")) : grouped(grouped, match.group("rest"));
      String tail = match.group("tail");
      boolean percent = tail != null && isPercent(tail);
      if (tail != null && !percent) {
        values.addAll(scaled(values, tail.strip().toLowerCase(Locale.ROOT)));
      }
      numbers.add(new Claim.Quantity(match.start(), match.end(), values, percent));
    }
    numbers.addAll(outside(numbers, words.read(text)));
    return numbers;
  }

  /// The numbers in words that are no part of one in digits: "2.5 million" is one number.
  private static List<Claim.Quantity> outside(
      List<Claim.Quantity> digits, List<Claim.Quantity> words) {
    List<Claim.Quantity> outside = new ArrayList<>();
    int next = 0;
    for (Claim.Quantity word : words) {
      while (next < digits.size() && digits.get(next).end() <= word.start()) {
        next++;
      }
      if (next == digits.size() || digits.get(next).start() >= word.end()) {
        outside.add(word);
      }
    }
    return outside;
  }

  /// The single numbers of what may be one long number or a list of some: "120 130 140",
  /// "250,300,410", "12 404". One comma or point alone is no list.
  Set<String> listed(CharSequence text) {
    Set<String> values = new HashSet<>();
    Matcher match = DIGITS.matcher(text);
    while (match.find()) {
      String tail = match.group("tail");
      int end = tail == null ? match.end() : match.end() - tail.length();
      String run = text.subSequence(match.start(), end).toString();
      String[] parts = LIST_GAP.split(run, -1);
      if (parts.length > 2 || run.indexOf(' ') > 0) {
        Arrays.stream(parts)
            .filter(part -> part.indexOf('.') == part.lastIndexOf('.'))
            .forEach(part -> addDecimal(values, part));
      }
    }
    return values;
  }

  private static boolean isPercent(String tail) {
    String unit = tail.strip().toLowerCase(Locale.ROOT);
    return unit.equals("%") || unit.startsWith("p");
  }

  private static Set<String> grouped(String grouped, @Nullable String rest) {
    Set<String> values = new HashSet<>();
    String fraction = rest == null ? "" : "." + rest.substring(1);
    addDecimal(values, grouped.replaceAll(GAP, "") + fraction);
    int last = grouped.length() - 4;
    boolean oneGroup = last <= 3 && rest == null;
    if (oneGroup && (grouped.charAt(last) == '.' || grouped.charAt(last) == ',')) {
      addDecimal(values, grouped.substring(0, last) + "." + grouped.substring(last + 1));
    }
    return values;
  }

  private static Set<String> plain(String digits) {
    Set<String> values = new HashSet<>();
    String dotted = digits.replace(',', '.');
    if (dotted.indexOf('.') == dotted.lastIndexOf('.')) {
      addDecimal(values, dotted);
    } else {
      values.add(dotted);
    }
    return values;
  }

  private static Set<String> scaled(Set<String> values, String unit) {
    int zeros =
        switch (unit) {
          case "hundred" -> 2;
          case "k", "thousand" -> 3;
          case "m", "million" -> 6;
          default -> 9;
        };
    Set<String> scaled = new HashSet<>();
    for (String value : values) {
      if (value.indexOf('.') == value.lastIndexOf('.') && value.length() <= LONGEST) {
        addDecimal(scaled, new BigDecimal(value).scaleByPowerOfTen(zeros).toPlainString());
      }
    }
    return scaled;
  }

  private static void addDecimal(Set<String> values, String digits) {
    String ascii = ascii(digits);
    values.add(
        ascii.length() > LONGEST
            ? ascii
            : new BigDecimal(ascii).stripTrailingZeros().toPlainString());
  }

  private static String ascii(String digits) {
    StringBuilder ascii = new StringBuilder(digits.length());
    digits
        .codePoints()
        .forEach(
            point ->
                ascii.append(
                    Character.isDigit(point)
                        ? (char) ('0' + Character.digit(point, 10))
                        : (char) point));
    return ascii.toString();
  }
}
