package app.fragments.generator.digest;

import app.fragments.report.markdown.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Splits a paragraph into sentences, and sentences that are too long to quote into clauses.
final class SentenceSplitter {
  /// The longest quotation, in characters.
  private static final int MAX_LENGTH = 220;

  private static final int MIN_CUT_LENGTH = 90;
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern CLAUSE_END = Pattern.compile("[;:—–,](?=\\s)|\\s[—–-](?=\\s)");

  private SentenceSplitter() {}

  /// The sentences of a paragraph, cut to a quotable length; `…` marks where.
  static List<String> split(String paragraph) {
    return Sentences.of(singleSpaced(paragraph)).stream()
        .flatMap(s -> s.length() <= MAX_LENGTH ? Stream.of(s) : clauses(s).stream())
        .toList();
  }

  /// The paragraph as one sentence, cut if it is too long; nothing if it is blank.
  static List<String> unsplit(String paragraph) {
    String text = singleSpaced(paragraph);
    return text.isEmpty() ? List.of() : List.of(cut(text, true));
  }

  private static String singleSpaced(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /// Splits at semicolons and joins as many parts as fit. Cuts what is still too long.
  private static List<String> clauses(String sentence) {
    List<String> clauses = new ArrayList<>();
    String[] parts = sentence.split("(?<=;)\\s", -1);
    StringBuilder clause = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      clause.append(clause.isEmpty() ? "" : " ").append(parts[i]);
      boolean last = i == parts.length - 1;
      if (last || clause.length() + 1 + parts[i + 1].length() > MAX_LENGTH) {
        clauses.add((clauses.isEmpty() ? "" : "… ") + cut(clause.toString(), last));
        clause.setLength(0);
      }
    }
    return clauses;
  }

  private static String cut(String clause, boolean complete) {
    if (clause.length() <= MAX_LENGTH) {
      return complete ? clause : withoutEnd(clause) + " …";
    }
    int best = -1;
    Matcher end = CLAUSE_END.matcher(clause);
    while (end.find() && end.start() <= MAX_LENGTH) {
      best = end.start();
    }
    if (best < MIN_CUT_LENGTH) {
      best = clause.lastIndexOf(' ', MAX_LENGTH);
    }
    if (best <= 0) {
      int points = clause.codePointCount(0, clause.length());
      best = clause.offsetByCodePoints(0, Math.min(MAX_LENGTH, points));
    }
    return withoutEnd(clause.substring(0, best)) + " …";
  }

  private static String withoutEnd(String clause) {
    return clause.replaceFirst("[\\s;:,—–-]+$", "");
  }
}
