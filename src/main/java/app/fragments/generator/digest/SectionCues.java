package app.fragments.generator.digest;

import java.util.regex.Pattern;

/// Words that tell what a sentence is for. They are English; in other languages the ranking alone
/// decides.
final class SectionCues {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern RESULT =
      Pattern.compile(
          "\\b(?:shipped|released|launched|live|finished|completed?|done|fixed|solved|agreed"
              + "|decided|merged|signed|won|delivered|passed|achieved|reached|approved|published"
              + "|root cause|faster|saved|first time|resolved)\\b",
          FLAGS);
  private static final Pattern NEGATED =
      Pattern.compile("\\b(?:not|nothing|nobody|none|never|without|cannot)\\b|n['’]t\\b", FLAGS);
  private static final Pattern BLOCKED =
      Pattern.compile(
          "\\b(?:block(?:ed|er|ers|ing|s)|stuck|wait(?:ing|ed)? (?:for|on)|outages?|delay(?:s|ed)?"
              + "|slowed|overdue|postponed|hindered|prevented|no answer|broke down|is broken)\\b",
          FLAGS);
  private static final Pattern TROUBLED =
      Pattern.compile(
          "\\b(?:broken|fail(?:s|ed|ing|ures?)?|crash(?:es|ed)?|flaky|timed? ?out|regressions?"
              + "|can(?:no|['’])t|unable|could(?: not|n['’]t))\\b",
          FLAGS);
  private static final Pattern TROUBLE_TITLE =
      Pattern.compile("\\b(?:incident|outage|post-?mortem|problem|blocked|blocker)\\b", FLAGS);
  private static final Pattern SOLVED =
      Pattern.compile("\\b(?:fixed|solved|resolved|unblocked|no longer|passed)\\b", FLAGS);
  private static final Pattern NEXT =
      Pattern.compile(
          "\\b(?:tomorrow|next (?:week|month|step|steps|sprint|up|release)|to[- ]do|todo"
              + "|needs? to|(?<!not )have to|follow[- ]?up|plan to|going to|by (?:mon|tues|wednes"
              + "|thurs|fri)day|next (?:mon|tues|wednes|thurs|fri)day|remind(?:er)?)\\b",
          FLAGS);
  private static final Pattern DANGLING =
      Pattern.compile(
          "^(?:… )?[\"“'‘(]?(?:and|but|so|or|then|thence|which|who|whom|this|that|these|those|it"
              + "|he|she|they|him|her|his|their|there|also|however|because|where|whereof"
              + "|by and by|here|as|having|being)\\b",
          FLAGS);
  private static final Pattern NO_TROUBLE =
      Pattern.compile(
          "^(?:no|none|nothing|keine?|nichts|aucune?|rien|ninguna?|nada)"
              + "(?:\\P{L}*$|\\s+(?:block|problem|issue|risk|imped|obstacle|hindernis|proble|bloqu|bloc))",
          FLAGS);
  private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");

  private static final Pattern LINK = Pattern.compile("https?://\\S+", FLAGS);

  private SectionCues() {}

  static boolean isResult(String text) {
    return RESULT.matcher(text).find() && !NEGATED.matcher(text).find();
  }

  /// Whether it says that something is in the way.
  static boolean isBlocked(String text) {
    return has(BLOCKED, text);
  }

  /// Whether it says that something does not work, which may or may not be in the way.
  static boolean isTroubled(String text) {
    return has(TROUBLED, text);
  }

  private static boolean has(Pattern trouble, String text) {
    String words = LINK.matcher(text).replaceAll("");
    return trouble.matcher(words).find() && !SOLVED.matcher(words).find();
  }

  /// Whether a fragment of this title tells of trouble as a whole.
  static boolean isTroubleTitle(String title) {
    return TROUBLE_TITLE.matcher(title).find();
  }

  static boolean isNext(String text) {
    return NEXT.matcher(text).find();
  }

  /// Whether it stands under "Blockers" to say that there are none.
  static boolean isNoTrouble(String text) {
    return NO_TROUBLE.matcher(text).find();
  }

  /// Whether the sentence leans on the one before it.
  static boolean isDangling(String text) {
    return DANGLING.matcher(text).find();
  }

  static boolean hasFigure(String text) {
    return FIGURE.matcher(text).find();
  }
}
