package app.fragments.generator.gemini;

import app.fragments.generator.GenerationRequest;
import app.fragments.journal.Entry;
import app.fragments.report.factcheck.Citation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What goes to Gemini: the template's instructions, and the fragments as numbered, delimited data.
///
/// No fragment can leave its tag or forge a citation: anything like the tag loses its angle
/// bracket, anything like `[F3]` its square brackets, and invisible characters (control and tag
/// characters) are removed. Everything else stays as written.
record Prompt(String instructions, String fragments) {
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\x{E0000}-\\x{E007F}]|\\p{Cs}");

  /// An angle bracket before the tag's name, whatever invisible characters lie between.
  private static final Pattern TAG =
      Pattern.compile(
          "[<\\uFF1C\\uFE64](?=[\\s\\p{Cf}/\\\\]*"
              + String.join("\\p{Cf}*", "fragment".split("", -1))
              + ")",
          Pattern.CASE_INSENSITIVE);

  /// Markdown's marks, which may be in a citation without changing how it reads.
  private static final String MARKS = "*_~`\\";

  private static final String FRAGMENT =
      """
      <fragment id="F%s" date="%s" title="%s" tags="%s">
      %s
      </fragment>

      """;

  static Prompt of(GenerationRequest request) {
    List<Entry> entries = request.entries();
    StringBuilder data = new StringBuilder(4096);
    data.append(
        "Period: %s to %s. Fragments: F1 to F%s.\n\n"
            .formatted(request.period().startText(), request.period().endText(), entries.size()));
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      data.append(
          FRAGMENT.formatted(
              i + 1,
              entry.date(),
              attribute(entry.title()),
              attribute(String.join(", ", entry.tags())),
              sanitize(entry.text()).strip()));
    }
    data.append("The fragments end here. Write the report as instructed.\n");
    return new Prompt(request.template().instructions(), data.toString());
  }

  private static String sanitize(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    String visible = INVISIBLE.matcher(lines).replaceAll("");
    return withoutCitations(TAG.matcher(visible).replaceAll("&lt;"));
  }

  /// Puts round brackets around anything that could pass for a citation, whatever marks, invisible
  /// characters and wide forms it has.
  private static String withoutCitations(String text) {
    if (text.chars().noneMatch(c -> toAscii((char) c) == '[')) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int[] offsets = new int[text.length()];
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.getType(c) != Character.FORMAT && MARKS.indexOf(c) < 0) {
        offsets[plain.length()] = at;
        plain.append(toAscii(c));
      }
    }
    StringBuilder neutral = new StringBuilder(text);
    Matcher citation = Citation.LENIENT.matcher(plain);
    while (citation.find()) {
      neutral.setCharAt(offsets[citation.start()], '(');
      neutral.setCharAt(offsets[citation.end() - 1], ')');
    }
    return neutral.toString();
  }

  private static char toAscii(char c) {
    return switch (c) {
      case '\uFF3B', '\u3010' -> '[';
      case '\uFF3D', '\u3011' -> ']';
      case '\uFF26', '\uFF46' -> 'F';
      default -> Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
    };
  }

  private static String attribute(String text) {
    return sanitize(text)
        .replaceAll("\\s+", " ")
        .strip()
        .replace("&lt;", "<")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
