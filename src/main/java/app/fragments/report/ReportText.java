package app.fragments.report;

import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns a generator's answer into the Markdown of a report.
public final class ReportText {
  /// The line below the title of a report made without AI.
  public static final String DIGEST_LABEL = "Digest, made on this computer without AI";

  private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\u2028|\\u2029");
  private static final Pattern CODE_FENCE =
      Pattern.compile(
          "(`{3,}|~{3,})[ \\t]*(markdown|md)?[ \\t]*\\n(.*)\\n\\1\\s*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "\\A(?:sure|certainly|of course|okay|ok|here(?:['’]s| is| are)|below is)\\b"
              + "[^\\n]{0,200}\\n\\s*(?=#|```(?:markdown|md)?\\n)",
          Pattern.CASE_INSENSITIVE);

  private ReportText() {}

  /// The report alone, with `\n` line ends: without a code fence around it, an introduction such as
  /// "Sure, here is your report:" and blank lines at both ends.
  public static String clean(String raw) {
    String text = LINE_END.matcher(raw).replaceAll("\n").replace("\u0000", "").strip();
    text = withoutCodeFence(INTRODUCTION.matcher(text).replaceFirst(""));
    return INTRODUCTION.matcher(text).replaceFirst("").strip();
  }

  private static String withoutCodeFence(String text) {
    Matcher fence = CODE_FENCE.matcher(text);
    if (!fence.matches()) {
      return text;
    }
    String inside = fence.group(3).strip();
    return fence.group(2) != null || inside.startsWith("#") ? inside : text;
  }

  /// The first heading that is not empty, as plain text.
  public static Optional<String> title(String markdown) {
    return new Markdown()
        .passages(markdown).stream()
            .filter(passage -> passage.kind() == Passage.Kind.HEADING)
            .map(passage -> passage.text().replace('\n', ' ').strip())
            .filter(text -> !text.isEmpty())
            .findFirst();
  }
}
