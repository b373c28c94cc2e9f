package app.fragments.exchange;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// The YAML between two `---` lines at the start of a Markdown file, and the text below it.
///
/// @param fields by their names in lower case, each a string, a list or a map
/// @param body the text below
record FrontMatter(Map<String, Object> fields, String body) {
  private static final int MAX_CHARACTERS = 64_000;

  /// Splits a text; one without front matter is all body.
  ///
  /// @throws Unreadable where the front matter is no YAML
  static FrontMatter split(String text) throws ImportFormatException {
    int end = text.startsWith("---") && firstLine(text).equals("---") ? closing(text) : -1;
    if (end < 0) {
      return new FrontMatter(Map.of(), text);
    }
    @Nullable Object yaml = load(text.substring(text.indexOf('\n') + 1, end));
    int bodyStart = text.indexOf('\n', end);
    String body = bodyStart < 0 ? "" : text.substring(bodyStart + 1);
    if (yaml == null) {
      return new FrontMatter(Map.of(), body);
    }
    if (!(yaml instanceof Map<?, ?> map)) {
      return new FrontMatter(Map.of(), text); // two rules around a paragraph
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            fields.putIfAbsent(String.valueOf(name).toLowerCase(Locale.ROOT), value);
          }
        });
    return new FrontMatter(fields, body);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).stripTrailing();
  }

  /// Where the line starts that closes the front matter, or -1.
  private static int closing(String text) {
    int start = text.indexOf('\n') + 1;
    while (start > 0 && start < text.length()) {
      String line = firstLine(text.substring(start, Math.min(text.length(), start + 5)));
      if (line.equals("---") || line.equals("...")) {
        return start;
      }
      start = text.indexOf('\n', start) + 1;
    }
    return -1;
  }

  private static @Nullable Object load(String yaml) throws ImportFormatException {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MAX_CHARACTERS);
    limits.setMaxAliasesForCollections(20);
    limits.setNestingDepthLimit(20);
    limits.setAllowDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    Yaml reader =
        new Yaml(
            new SafeConstructor(limits), new Representer(unused), unused, limits, new AsWritten());
    try {
      return reader.load(yaml);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 2;
      throw new ImportFormatException(
          "its front matter is no YAML (line " + line + "): " + e.getProblem());
    } catch (YAMLException | IllegalArgumentException e) { // the latter for "!!int abc"
      throw new ImportFormatException("its front matter is no YAML: " + e.getMessage());
    }
  }

  /// A field as text, or null where it is missing, empty or something else.
  @Nullable String text(String name) {
    return fields.get(name) instanceof String value && !value.isBlank() ? value.strip() : null;
  }

  /// The names of the other fields that say something.
  List<String> fieldsBeside(Set<String> names) {
    return fields.entrySet().stream()
        .filter(field -> !names.contains(field.getKey()) && !isEmpty(field.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isEmpty(Object value) {
    return switch (value) {
      case String text -> text.isBlank();
      case Collection<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }

  /// The tags of a list or of a line, without their marks, each once.
  List<String> tags() {
    Set<String> tags = new LinkedHashSet<>();
    for (String name : List.of("tags", "tag")) {
      words(fields.get(name))
          .map(FrontMatter::tag)
          .filter(tag -> !tag.isEmpty())
          .forEach(tags::add);
    }
    return List.copyOf(tags);
  }

  private static Stream<String> words(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case Collection<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast);
      case String line -> Stream.of(line.split(line.contains(",") ? "," : "\\s+"));
      default -> Stream.empty();
    };
  }

  static String tag(String written) {
    String stripped = written.strip();
    return stripped.startsWith("#") || stripped.startsWith("@") ? stripped.substring(1) : stripped;
  }

  /// Keeps every scalar the text that it is: a date is read by [FlexibleDateParser], and `no` is a
  /// word.
  private static final class AsWritten extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }
}
