package app.fragments.exchange;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
/// @param fields by lower-case name, each a string, a list or a map
record FrontMatter(Map<String, Object> fields, String body) {
  private static final int MAX_CHARACTERS = 64_000;
  private static final Pattern BLOCK =
      Pattern.compile(
          "---[^\\S\n]*\n(?<yaml>.*?)^(?:---|\\.\\.\\.)[^\\S\n]*(?:\n|\\z)",
          Pattern.DOTALL | Pattern.MULTILINE | Pattern.UNIX_LINES);

  /// @throws ImportFormatException if the front matter is not valid YAML
  static FrontMatter split(String text) throws ImportFormatException {
    Matcher block = BLOCK.matcher(text);
    @Nullable Object yaml = block.lookingAt() ? load(block.group("yaml")) : text;
    if (yaml != null && !(yaml instanceof Map)) {
      return new FrontMatter(Map.of(), text); // none, or a paragraph between two horizontal rules
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    if (yaml instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            if (value != null) {
              fields.putIfAbsent(String.valueOf(name).toLowerCase(Locale.ROOT), value);
            }
          });
    }
    return new FrontMatter(fields, text.substring(block.end()));
  }

  private static @Nullable Object load(String yaml) throws ImportFormatException {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MAX_CHARACTERS);
    limits.setMaxAliasesForCollections(20);
    limits.setNestingDepthLimit(20);
    limits.setAllowDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    Representer none = new Representer(unused);
    try {
      return new Yaml(new SafeConstructor(limits), none, unused, limits, new StringResolver())
          .load(yaml);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 2;
      throw new ImportFormatException(
          "front matter is not valid YAML (line " + line + "): " + e.getProblem());
    } catch (YAMLException | IllegalArgumentException e) { // the latter for "!!int abc"
      throw new ImportFormatException("front matter is not valid YAML: " + e.getMessage());
    }
  }

  /// Keeps every scalar as a string: [FlexibleDateParser] reads dates, and `no` is a word.
  private static final class StringResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }

  /// A text field, or null if it is missing, blank or not text.
  @Nullable String text(String name) {
    return fields.get(name) instanceof String value && !value.isBlank() ? value.strip() : null;
  }

  /// The names of all other fields that have a value.
  List<String> fieldsExcept(Set<String> names) {
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

  /// The distinct tags, given as a list or on one line.
  List<String> tags() {
    return Stream.of("tags", "tag")
        .flatMap(name -> words(fields.get(name)))
        .map(FrontMatter::tag)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<String> words(@Nullable Object value) {
    return switch (value) {
      case Collection<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast);
      case String line -> Stream.of(line.split(line.contains(",") ? "," : "\\s+"));
      case null, default -> Stream.empty();
    };
  }

  /// A tag without its leading `#` or `@`.
  static String tag(String text) {
    String stripped = text.strip();
    return stripped.startsWith("#") || stripped.startsWith("@") ? stripped.substring(1) : stripped;
  }
}
