package app.fragments.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// `docs/benchmarks.md`: one section per benchmark, generated from its JSON file. Sections without
/// a file stay unchanged.
final class BenchmarksPage {
  private static final List<String> BENCHMARKS =
      List.of("store", "search", "window", "editor", "queue", "installed");
  private static final Path PAGE = Path.of("docs", "benchmarks.md");
  private static final String HEAD =
      """
      # Benchmarks

      Measured, and this page written, by `./mvnw -B -Pbench verify`.
      """;

  private BenchmarksPage() {}

  static void update() throws IOException {
    String page = Files.exists(PAGE) ? Files.readString(PAGE) : HEAD;
    for (String name : BENCHMARKS) {
      Path file = BenchResult.file(name);
      if (Files.exists(file)) {
        page = with(page, name, section(name, new ObjectMapper().readTree(file.toFile())));
      }
    }
    Files.writeString(PAGE, page);
  }

  private static String with(String page, String name, String section) {
    String start = "<!-- %s -->\n".formatted(name);
    String end = "<!-- /%s -->\n".formatted(name);
    Pattern old =
        Pattern.compile(Pattern.quote(start) + ".*?" + Pattern.quote(end), Pattern.DOTALL);
    Matcher present = old.matcher(page);
    String written = start + section + end;
    return present.find()
        ? present.replaceFirst(Matcher.quoteReplacement(written))
        : page + "\n" + written;
  }

  private static String section(String name, JsonNode result) {
    String rows =
        StreamSupport.stream(result.get("figures").spliterator(), false)
            .map(BenchmarksPage::row)
            .collect(Collectors.joining());
    return """

    ## %s

    %s

    On %s.

    | | | bound |
    |---|---:|---|
    %s
    """
        .formatted(
            name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
            result.path("about").asText(),
            machine(result.get("machine")),
            rows);
  }

  private static String row(JsonNode figure) {
    double value = figure.get("value").asDouble();
    return "| %s | %s %s | %s |\n"
        .formatted(
            figure.get("what").asText(),
            String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value),
            figure.get("unit").asText(),
            figure.get("bound").asText());
  }

  private static String machine(JsonNode machine) {
    return "%s cores, %s of memory, %s, %s"
        .formatted(
            machine.get("cores").asText(),
            machine.get("memory").asText(),
            machine.get("jvm").asText(),
            machine.get("os").asText());
  }
}
