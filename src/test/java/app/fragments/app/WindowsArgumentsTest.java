package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsArgumentsTest {
  @Test
  void characters_missing_from_the_code_page_are_restored() {
    assertThat(
            WindowsArguments.asTyped(
                List.of("fragments-console", "add", "😀 日本語", "Łódź"),
                new String[] {"add", "?? ???", "Lódz"}))
        .containsExactly("add", "😀 日本語", "Łódź");
  }

  @Test
  void plain_arguments_need_no_native_call() {
    assertThat(WindowsArguments.arePlain(new String[] {"list", "--limit", "10", "--json"}))
        .isTrue();
    assertThat(WindowsArguments.arePlain(new String[] {"weave", "--from", "2026-02-01"})).isTrue();
    assertThat(WindowsArguments.arePlain(new String[] {"add", "laska"})).isFalse();
    assertThat(WindowsArguments.arePlain(new String[] {"list", "--tag=laska"})).isFalse();
  }

  @Test
  void options_of_the_java_launcher_are_skipped() {
    assertThat(
            WindowsArguments.asTyped(
                List.of("java", "-jar", "fragments.jar", "add", "ł"), new String[] {"add", "l"}))
        .containsExactly("add", "ł");
  }

  @Test
  void file_names_that_the_java_launcher_expanded_stay() {
    String[] found = {"import", "a.md", "b.md"};
    assertThat(
            WindowsArguments.asTyped(
                List.of("java", "-jar", "fragments.jar", "import", "*.md"), found))
        .isSameAs(found);
    assertThat(WindowsArguments.asTyped(List.of("import", "*.md"), found)).isSameAs(found);
  }
}
