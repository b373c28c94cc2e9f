package app.fragments.ui.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a fragment without a title fills the two lines of its row.
///
/// @param head the first sentence, or as much of it as stands in for a title
/// @param rest what follows
record RowText(String head, String rest) {
  private static final int LONGEST_HEAD = 60;
  private static final int SHORT_HEAD = 40;
  private static final Pattern CLAUSE =
      Pattern.compile("^(.{3,%d}?[.;:!?,])\\s".formatted(LONGEST_HEAD));
  private static final Pattern WORDS = Pattern.compile("^(.{%d}\\S*)\\s".formatted(SHORT_HEAD));

  static RowText of(String excerpt) {
    for (Pattern cut : new Pattern[] {CLAUSE, WORDS}) {
      Matcher matcher = cut.matcher(excerpt);
      if (matcher.find()) {
        String head = matcher.group(1).replaceFirst("[;:,]$", "");
        return new RowText(head, excerpt.substring(matcher.end()));
      }
    }
    return new RowText(excerpt, "");
  }
}
