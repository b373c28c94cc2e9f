package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Compares the message bundle with the keys used in Java and FXML.
class MessageKeysTest {
  private static final Pattern ASKED =
      Pattern.compile("\\.(?:get|toast\\w*)\\((?:\\w+,)?\\s*\"([a-zA-Z_.]+)\"");
  private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+\\.[a-zA-Z_.]*)\"");
  private static final Pattern IN_FXML = Pattern.compile("\"%([a-zA-Z_.]+)\"");
  private static final Properties BUNDLE = new Properties();
  private static final Set<String> ASKED_FOR = new TreeSet<>();
  private static final Set<String> NAMED = new TreeSet<>();

  @BeforeAll
  static void read() throws IOException {
    try (Reader in = Files.newBufferedReader(Path.of("fxml/messages.properties"))) {
      BUNDLE.load(in);
    }
    for (Path file : files("fxml", ".fxml")) {
      collect(IN_FXML, file, ASKED_FOR);
    }
    for (Path file : files("src/main/java/app/fragments/ui", ".java")) {
      collect(ASKED, file, ASKED_FOR);
      collect(LITERAL, file, NAMED);
    }
    NAMED.addAll(ASKED_FOR);
  }

  @Test
  void every_used_key_has_a_text() {
    assertThat(ASKED_FOR.stream().filter(key -> !key.endsWith(".")))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(BUNDLE).as(key).containsKey(key));
  }

  @Test
  void every_text_is_used() {
    assertThat(BUNDLE.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(NAMED.contains(key) || hasUsedPrefix(key)).as("used: " + key).isTrue());
  }

  @Test
  void every_text_is_a_valid_message_format() {
    BUNDLE.stringPropertyNames().stream()
        .filter(key -> BUNDLE.getProperty(key).contains("{"))
        .forEach(key -> assertThat(new MessageFormat(BUNDLE.getProperty(key))).as(key).isNotNull());
  }

  /// Keys such as `failure.AUTH` are built from a prefix that ends with a dot.
  private static boolean hasUsedPrefix(String key) {
    return NAMED.stream().anyMatch(name -> name.endsWith(".") && key.startsWith(name));
  }

  private static Set<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return new TreeSet<>(all.filter(file -> file.toString().endsWith(ending)).toList());
    }
  }

  private static void collect(Pattern pattern, Path file, Set<String> into) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    while (matcher.find()) {
      into.add(matcher.group(1));
    }
  }
}
