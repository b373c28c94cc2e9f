package app.fragments.generator.digest;

import java.util.regex.Pattern;

/// Words that tell what a sentence is for. They are English; in other languages the ranking alone
/// decides.
final class Cues {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern RESULT =
      Pattern.compile(
          "\\b(?:shipped|released|launched|live|finished|completed?|done|fixed|solved|agreed"
              + "|decided|merged|signed|won|delivered|passed|achieved|reached|approved|published"
              + "|root cause|faster|saved|first time|resolved)\\b",
          FLAGS);
  private static final Pattern BLOCKER =
      Pattern.compile(
          "\\b(?:block(?:ed|er|ers|ing|s)|stuck|waiting (?:for|on)|wait(?:ed)? (?:for|on)|broken?"
              + "|fail(?:s|ed|ing|ures?)?|incidents?|outages?|delay(?:s|ed)?|crash(?:es|ed)?|flaky"
              + "|slowed|timed? ?out|regressions?|can(?:no|')t|can’t|unable|overdue|postponed"
              + "|could not|couldn['’]t|hindered|prevented|no answer)\\b",
          FLAGS);
  private static final Pattern SOLVED =
      Pattern.compile("\\b(?:fixed|solved|resolved|unblocked|no longer|passed)\\b", FLAGS);
  private static final Pattern NEXT =
      Pattern.compile(
          "\\b(?:tomorrow|next (?:week|month|step|steps|sprint|up|release)|to[- ]do|todo"
              + "|needs? to|have to|follow[- ]?up|plan to|going to|by (?:mon|tues|wednes"
              + "|thurs|fri)day|next (?:mon|tues|wednes|thurs|fri)day|remind(?:er)?)\\b",
          FLAGS);
  private static final Pattern DANGLING =
      Pattern.compile(
          "^(?:… )?[\"“'‘(]?(?:and|but|so|or|then|thence|which|who|whom|this|that|these|those|it"
              + "|he|she|they|him|her|his|their|there|also|however|because|where|whereof"
              + "|by and by|here|as|having|being)\\b",
          FLAGS);
  private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");

  private static final Pattern LINK = Pattern.compile("https?://\\S+", FLAGS);

  private Cues() {}

  static boolean isResult(String text) {
    return RESULT.matcher(text).find();
  }

  static boolean isBlocker(String text) {
    String words = LINK.matcher(text).replaceAll("");
    return BLOCKER.matcher(words).find() && !SOLVED.matcher(words).find();
  }

  static boolean isNext(String text) {
    return NEXT.matcher(text).find();
  }

  /// Whether the sentence leans on the one before it.
  static boolean isDangling(String text) {
    return DANGLING.matcher(text).find();
  }

  static boolean hasFigure(String text) {
    return FIGURE.matcher(text).find();
  }
}
