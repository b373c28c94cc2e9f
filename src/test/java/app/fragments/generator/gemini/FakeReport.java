package app.fragments.generator.gemini;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A weekly report on the fragments in a prompt, as a well-behaved model would write it: the
/// template's sections, with every line taken from a fragment and cited.
final class FakeReport {
  private static final Pattern FRAGMENT =
      Pattern.compile(
          "<fragment id=\"(F\\d+)\" date=\"([^\"]*)\" title=\"([^\"]*)\" tags=\"([^\"]*)\">\\n"
              + "(.*?)\\n"
              + "</fragment>",
          Pattern.DOTALL);
  private static final Pattern MARKS =
      Pattern.compile("^\\s*(?:[-*+] \\[[ xX]] |[-*+] |>+ ?|#{1,6} |\\d+[.)] )");
  private static final Pattern BLOCKED =
      Pattern.compile(
          "\\b(blocked|blocker|waiting|stuck|broken|fails?|plague)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NEXT =
      Pattern.compile(
          "\\b(next|tomorrow|todo|plan|planned|will|follow up)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?])(?<!\\b(?:\\p{Lu}|Mr|Mrs|Dr|St)\\.) +(?=\\p{Lu})");
  private static final int HIGHLIGHTS = 3;
  private static final int FEWEST_WORDS = 4;
  private static final int LONGEST = 220;

  private record Fragment(String id, String title, List<String> tags, List<String> sentences) {
    /// The first sentence of a useful length.
    String first() {
      return sentences.stream().filter(FakeReport::tells).findFirst().orElse(sentences.getFirst());
    }

    List<String> matching(Predicate<String> wanted) {
      return sentences.stream()
          .filter(wanted)
          .filter(FakeReport::tells)
          .limit(1)
          .map(s -> "- " + s + " [" + id + "]")
          .toList();
    }
  }

  private FakeReport() {}

  /// @throws IllegalArgumentException if the prompt has no fragments
  static String of(String prompt) {
    List<Fragment> fragments = read(prompt);
    if (fragments.isEmpty()) {
      throw new IllegalArgumentException("No fragments in the prompt");
    }
    StringBuilder report = new StringBuilder("# Weekly Progress Report\n\n");
    Fragment last = fragments.getLast();
    report
        .append(fragments.getFirst().first())
        .append(" [")
        .append(fragments.getFirst().id())
        .append("]");
    if (fragments.size() > 1) {
      report.append(' ').append(last.first()).append(" [").append(last.id()).append("]");
    }
    report.append("\n\n## Highlights\n\n");
    fragments.stream().limit(HIGHLIGHTS).forEach(fragment -> report.append(highlight(fragment)));
    report.append(
        themes(fragments.subList(Math.min(HIGHLIGHTS, fragments.size()), fragments.size())));
    report.append(section("Blockers", fragments, s -> BLOCKED.matcher(s).find()));
    report.append(section("Next steps", fragments, s -> NEXT.matcher(s).find()));
    return report.toString();
  }

  /// The same, plus a sentence that no fragment supports.
  static String withInventedNumber(String prompt) {
    String report = of(prompt);
    return report.replaceFirst(
        "(## Highlights\n\n)", "$1- **The result** was an improvement of 45 % over before. [F1]\n");
  }

  private static String highlight(Fragment fragment) {
    String[] words = fragment.first().split(" ", 4);
    String lead = String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
    String rest = words.length > 3 ? " " + words[3] : "";
    return "- **" + lead + "**" + rest + " [" + fragment.id() + "]\n";
  }

  private static String themes(List<Fragment> fragments) {
    Map<String, List<Fragment>> byTag = new LinkedHashMap<>();
    for (Fragment fragment : fragments) {
      String theme = fragment.tags().isEmpty() ? "Other work" : fragment.tags().getFirst();
      byTag.computeIfAbsent(theme, t -> new ArrayList<>()).add(fragment);
    }
    StringBuilder text = new StringBuilder(fragments.isEmpty() ? "" : "\n## By theme\n");
    byTag.forEach(
        (theme, about) -> {
          text.append("\n### ").append(theme).append("\n\n");
          about.forEach(
              f -> text.append("- ").append(f.first()).append(" [").append(f.id()).append("]\n"));
        });
    return text.toString();
  }

  private static String section(String title, List<Fragment> fragments, Predicate<String> wanted) {
    List<String> bullets = fragments.stream().flatMap(f -> f.matching(wanted).stream()).toList();
    return bullets.isEmpty() ? "" : "\n## " + title + "\n\n" + String.join("\n", bullets) + "\n";
  }

  private static List<Fragment> read(String prompt) {
    List<Fragment> fragments = new ArrayList<>();
    Matcher found = FRAGMENT.matcher(prompt);
    while (found.find()) {
      String title = plain(found.group(3));
      List<String> tags =
          found.group(4).isBlank() ? List.of() : List.of(plain(found.group(4)).split(", "));
      List<String> sentences = sentences(found.group(5));
      fragments.add(
          new Fragment(
              found.group(1),
              title,
              tags,
              sentences.isEmpty() ? List.of(title.isEmpty() ? "Noted." : title + ".") : sentences));
    }
    return fragments;
  }

  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("#")) {
        continue;
      }
      String bare = MARKS.matcher(line).replaceFirst("").replaceAll("[*_`]", "").strip();
      for (String sentence : SENTENCE_END.split(bare)) {
        if (sentence.length() > 2) {
          sentences.add(sentence);
        }
      }
    }
    return sentences;
  }

  private static boolean tells(String sentence) {
    return sentence.split(" ").length >= FEWEST_WORDS && sentence.length() <= LONGEST;
  }

  private static String plain(String attribute) {
    return attribute
        .replace("&quot;", "\"")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&");
  }
}
