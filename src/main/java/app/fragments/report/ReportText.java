package app.fragments.report;

import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A generator's answer as the Markdown of a report.
public final class ReportText {
  /// How a report that was made without an AI calls itself, below its title.
  public static final String DIGEST_LABEL = "Digest, made on this computer without AI";

  private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\u2028|\\u2029");
  private static final Pattern FENCED =
      Pattern.compile(
          "(`{3,}|~{3,})[ \\t]*(markdown|md)?[ \\t]*\\n(.*)\\n\\1\\s*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern PREFACE =
      Pattern.compile(
          "\\A(?:sure|certainly|of course|okay|ok|here(?:['’]s| is| are)|below is)\\b"
              + "[^\\n]{0,200}\\n\\s*(?=#|```(?:markdown|md)?\\n)",
          Pattern.CASE_INSENSITIVE);

  private ReportText() {}

  /// The report alone: lines end with `\n`; a code fence around the whole, a line such as "Sure,
  /// here is your report:" before it and blank lines at both ends are gone. Whatever else the
  /// answer says stays as it is.
  public static String clean(String raw) {
    String text = LINE_END.matcher(raw).replaceAll("\n").replace("\u0000", "").strip();
    text = PREFACE.matcher(text).replaceFirst("");
    return PREFACE.matcher(unfenced(text)).replaceFirst("").strip();
  }

  private static String unfenced(String text) {
    Matcher fencingToken = FENCED.matcher(text);
    if (!fencingToken.matches()) {
      return text;
    }
    String inside = fencingToken.group(3).strip();
    return fencingToken.group(2) != null || inside.startsWith("#") ? inside : text;
  }

  /// The first heading that has words, without its marks.
  public static Optional<String> title(String markdown) {
    return new Markdown()
        .passages(markdown).stream()
            .filter(passage -> passage.kind() == Passage.Kind.HEADING)
            .map(passage -> passage.text().replace('\n', ' ').strip())
            .filter(text -> !text.isEmpty())
            .findFirst();
  }
}
