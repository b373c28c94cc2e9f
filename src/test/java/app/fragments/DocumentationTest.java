package app.fragments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keeps the documentation's class names in step with the code.
class DocumentationTest {
  /// A class name in code font, maybe with a member: `JobStatus.next()`.
  private static final Pattern CLASS_NAME =
      Pattern.compile("`([A-Z][a-z]\\w*[a-z])(?:\\.\\w+)?[`(]");

  /// Names from other libraries and protocols.
  private static final Set<String> FOREIGN =
      Set.of("CodeArea", "GenericStyledArea", "GridPane", "System", "Task", "TextArea", "Timeline");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/architecture.md",
        "docs/glossary.md",
        "CONTRIBUTING.md",
        "installer/README.md"
      })
  void every_class_named_in_the_documentation_exists(String page) throws IOException {
    Set<String> named =
        CLASS_NAME
            .matcher(Files.readString(Path.of(page)))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    named.removeAll(FOREIGN);
    named.removeAll(classes());
    assertThat(named).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/bench/java", "src/training/java"})
  void every_class_named_by_its_full_name_in_a_comment_exists(String sources) throws IOException {
    Pattern reference = Pattern.compile("\\[app\\.fragments\\.(?:[a-z]+\\.)+([A-Z]\\w*)");
    Set<String> named = new TreeSet<>();
    for (Path file : files(sources)) {
      Matcher references = reference.matcher(Files.readString(file));
      while (references.find()) {
        named.add(references.group(1));
      }
    }
    named.removeAll(classes());
    assertThat(named).isEmpty();
  }

  private static Set<String> classes() throws IOException {
    Set<String> classes = new TreeSet<>();
    for (String sources : new String[] {"src", "installer/build"}) {
      for (Path file : files(sources)) {
        classes.add(file.getFileName().toString().replace(".java", ""));
      }
    }
    return classes;
  }

  private static Set<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toSet());
    }
  }
}
