package app.fragments.generator.digest;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Words and phrases, mostly English, that show which section of the report a sentence belongs to.
/// Of other languages only "no blockers" is recognized; otherwise the ranking alone decides.
final class SectionCues {
  private static final Pattern RESULT =
      cue(
          "\\b(?:shipped|released|launched|live|finished|completed?|done|fixed|solved|agreed"
              + "|decided|merged|signed|won|delivered|passed|achieved|reached|approved|published"
              + "|root cause|faster|saved|first time|resolved)\\b");
  private static final Pattern NEGATION =
      cue("\\b(?:not|nothing|nobody|none|never|without|cannot)\\b|n['’]t\\b");
  private static final Pattern BLOCKER =
      cue(
          "\\b(?:block(?:ed|er|ers|ing|s)|stuck|wait(?:ing|ed)? (?:for|on)|outages?|delay(?:s|ed)?"
              + "|slowed|overdue|postponed|hindered|prevented|no answer|broke down|is broken)\\b");
  private static final Pattern PROBLEM =
      cue(
          "\\b(?:broken|fail(?:s|ed|ing|ures?)?|crash(?:es|ed)?|flaky|timed? ?out|regressions?"
              + "|can(?:no|['’])t|unable|could(?: not|n['’]t))\\b");

  /// The title of a fragment that is about a problem as a whole.
  static final Predicate<String> PROBLEM_TITLE =
      cue("\\b(?:incident|outage|post-?mortem|problem|blocked|blocker)\\b").asPredicate();

  private static final Pattern SOLVED =
      cue("\\b(?:fixed|solved|resolved|unblocked|no longer|passed)\\b");

  static final Predicate<String> PLAN =
      cue("\\b(?:tomorrow|next (?:week|month|step|steps|sprint|up|release)|to[- ]do|todo"
              + "|needs? to|(?<!not )have to|follow[- ]?up|plan to|going to|by (?:mon|tues|wednes"
              + "|thurs|fri)day|next (?:mon|tues|wednes|thurs|fri)day|remind(?:er)?)\\b")
          .asPredicate();

  /// A sentence that makes no sense without the one before it.
  static final Predicate<String> DEPENDENT =
      cue("^(?:… )?[\"“'‘(]?(?:and|but|so|or|then|thence|which|who|whom|this|that|these|those|it"
              + "|he|she|they|him|her|his|their|there|also|however|because|where|whereof"
              + "|by and by|here|as|having|being)\\b")
          .asPredicate();

  /// "No blockers", as an item below "Blockers".
  static final Predicate<String> NO_BLOCKER =
      cue("^(?:no|none|nothing|keine?|nichts|aucune?|rien|ninguna?|nada)"
              + "(?:\\P{L}*$|\\s+(?:block|problem|issue|risk|imped|obstacle|hindernis|proble|bloqu|bloc))")
          .asPredicate();

  private static final Pattern LINK = cue("https?://\\S+");

  private SectionCues() {}

  private static Pattern cue(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static boolean isResult(String text) {
    return RESULT.matcher(text).find() && !NEGATION.matcher(text).find();
  }

  static boolean isBlocker(String text) {
    return isUnsolved(BLOCKER, text);
  }

  /// Whether something does not work, whether or not it blocks anybody.
  static boolean isProblem(String text) {
    return isUnsolved(PROBLEM, text);
  }

  private static boolean isUnsolved(Pattern problem, String text) {
    String words = LINK.matcher(text).replaceAll("");
    return problem.matcher(words).find() && !SOLVED.matcher(words).find();
  }
}
