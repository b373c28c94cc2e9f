package app.fragments.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThirdPartyNoticesTest {
  /// `groupId:artifactId`, which the list has below each name.
  private static final Pattern COORDINATES = Pattern.compile("^    ([\\w.-]+):([\\w.-]+)$");

  @Test
  void each_licence_starts_with_a_heading() {
    assertThat(
            ThirdPartyNotices.parse("Words.\n\n## MIT\n\nOne 1.0\n    g:a\n\n## EPL-2.0\n\nTwo\n"))
        .containsExactly(
            new ThirdPartyNotices.Notice("MIT", "One 1.0\n    g:a"),
            new ThirdPartyNotices.Notice("EPL-2.0", "Two"));
  }

  @Test
  void indented_lines_are_not_counted() {
    assertThat(
            new ThirdPartyNotices.Notice("MIT", "One 1.0\n    g:a\n    https://one\n\nTwo 2.0")
                .count())
        .isEqualTo(2);
  }

  @Test
  void a_missing_licence_text_throws() {
    assertThatThrownBy(() -> new ThirdPartyNotices.Notice("WTFPL", "").text())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("WTFPL");
  }

  @Test
  void every_licence_has_a_text() {
    assertThat(ThirdPartyNotices.read())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            notice ->
                assertThat(new ThirdPartyNotices.Notice(notice.licence(), "").text())
                    .as(notice.licence())
                    .isNotBlank());
  }

  @Test
  void a_licence_shows_its_software_and_its_text() {
    String software = softwareByLicence().get("MIT");

    String text = new ThirdPartyNotices.Notice("MIT", software).text();

    assertThat(text).startsWith(software);
    assertThat(text.substring(software.length()).strip()).startsWith("The MIT License");
  }

  @ParameterizedTest
  @CsvSource({
    "Apache-2.0, org.mongodb:mongodb-driver-sync",
    "Apache-2.0, net.java.dev.jna:jna",
    "BSD-3-Clause, de.bwaldvogel:mongo-java-server-core",
    "EPL-2.0, jakarta.annotation:jakarta.annotation-api",
    "GPL-2.0-with-classpath-exception, org.openjfx:javafx-web",
    "GPL-2.0-with-classpath-exception, OpenJDK",
    "LGPL-2.1, WebKit",
    "OFL-1.1, JetBrains Mono",
    "Unicode-3.0, ICU"
  })
  void each_work_is_under_its_licence(String licence, String software) {
    assertThat(softwareByLicence().get(licence)).contains(software);
  }

  @Test
  void exactly_the_runtime_dependencies_are_listed() {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).getFileName().toString())
            .collect(Collectors.joining("\n"));
    assertThat(
            softwareByLicence().values().stream()
                .flatMap(String::lines)
                .map(COORDINATES::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(2)))
        .hasSizeGreaterThan(50)
        .allSatisfy(artifact -> assertThat(classPath).contains(artifact))
        .doesNotContain("assertj-core", "junit-jupiter", "archunit");
  }

  private static Map<String, String> softwareByLicence() {
    return ThirdPartyNotices.read().stream()
        .collect(
            Collectors.toMap(
                ThirdPartyNotices.Notice::licence, ThirdPartyNotices.Notice::software));
  }
}
