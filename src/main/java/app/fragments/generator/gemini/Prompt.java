package app.fragments.generator.gemini;

import app.fragments.generator.GenerationRequest;
import app.fragments.journal.Entry;
import app.fragments.report.Period;
import app.fragments.report.factcheck.Citation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is sent to Gemini: the template's instructions, and the fragments as numbered, delimited
/// data.
///
/// Nothing in a fragment gets out of its tag or passes for a citation: what looks like the tag
/// loses its angle bracket, what looks like `[F3]` its square ones, and characters that nobody sees
/// on the screen (control and tag characters) are left out. All else stays as it was written.
///
/// @param instructions the system instruction
/// @param fragments the message
record Prompt(String instructions, String fragments) {
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\x{E0000}-\\x{E007F}]|\\p{Cs}");

  /// An angle bracket before the tag's name, whatever unseen characters are strewn in.
  private static final Pattern TAG =
      Pattern.compile(
          "[<\\uFF1C\\uFE64](?=[\\s\\p{Cf}/\\\\]*"
              + String.join("\\p{Cf}*", "fragment".split("", -1))
              + ")",
          Pattern.CASE_INSENSITIVE);

  /// What Markdown may strew into a citation without changing what is read.
  private static final String MARKS = "*_~`\\";

  static Prompt of(GenerationRequest request) {
    StringBuilder data = new StringBuilder(4096);
    List<Entry> entries = request.entries();
    data.append("Period: ")
        .append(Period.format(request.period().start()))
        .append(" to ")
        .append(Period.format(request.period().end()))
        .append(". Fragments: F1 to F")
        .append(entries.size())
        .append(".\n\n");
    for (int i = 0; i < entries.size(); i++) {
      append(data, i + 1, entries.get(i));
    }
    data.append("The fragments end here. Write the report as instructed.\n");
    return new Prompt(request.template().instructions(), data.toString());
  }

  private static void append(StringBuilder data, int number, Entry entry) {
    data.append("<fragment id=\"F")
        .append(number)
        .append("\" date=\"")
        .append(entry.date())
        .append("\" title=\"")
        .append(attribute(entry.title()))
        .append("\" tags=\"")
        .append(attribute(String.join(", ", entry.tags())))
        .append("\">\n")
        .append(text(entry.text()).strip())
        .append("\n</fragment>\n\n");
  }

  /// How long the prompt for these would be, in characters, without writing it.
  static long lengthOf(GenerationRequest request) {
    long frame =
        "<fragment id=\"F1\" date=\"2026-02-01\" title=\"\" tags=\"\">\n\n</fragment>\n\n".length();
    return request.template().instructions().length()
        + request.entries().stream()
            .mapToLong(
                entry ->
                    frame
                        + entry.title().length()
                        + entry.text().length()
                        + entry.tags().stream().mapToLong(tag -> tag.length() + 2L).sum())
            .sum();
  }

  private static String text(String written) {
    String lines = written.replace("\r\n", "\n").replace('\r', '\n');
    String seen = UNSEEN.matcher(lines).replaceAll("");
    String inside = TAG.matcher(seen).replaceAll("&lt;");
    return withoutCitations(inside);
  }

  /// The text with round brackets around all that could pass for a citation, whatever marks, unseen
  /// characters and wide forms are in it.
  private static String withoutCitations(String text) {
    if (text.chars().noneMatch(c -> isOpening((char) c))) {
      return text;
    }
    StringBuilder bare = new StringBuilder(text.length());
    int[] places = new int[text.length()];
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.getType(c) != Character.FORMAT && MARKS.indexOf(c) < 0) {
        places[bare.length()] = at;
        bare.append(plain(c));
      }
    }
    StringBuilder neutral = new StringBuilder(text);
    Matcher citation = Citation.LENIENT.matcher(bare);
    while (citation.find()) {
      neutral.setCharAt(places[citation.start()], '(');
      neutral.setCharAt(places[citation.end() - 1], ')');
    }
    return neutral.toString();
  }

  private static boolean isOpening(char c) {
    return c == '[' || c == '\uFF3B' || c == '\u3010';
  }

  private static char plain(char c) {
    return switch (c) {
      case '\uFF3B', '\u3010' -> '[';
      case '\uFF3D', '\u3011' -> ']';
      case '\uFF26', '\uFF46' -> 'F';
      default -> Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
    };
  }

  private static String attribute(String written) {
    return text(written)
        .replaceAll("\\s+", " ")
        .strip()
        .replace("&lt;", "<")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
