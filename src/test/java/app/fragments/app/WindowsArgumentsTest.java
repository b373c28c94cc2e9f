package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsArgumentsTest {
  @Test
  void letters_that_the_code_page_lacks_are_as_they_were_typed() {
    assertThat(
            WindowsArguments.asTyped(
                List.of("fragments-console", "add", "😀 日本語", "Łódź"),
                new String[] {"add", "?? ???", "Lódz"}))
        .containsExactly("add", "😀 日本語", "Łódź");
  }

  @Test
  void a_command_without_words_need_not_ask() {
    assertThat(WindowsArguments.arePlain(new String[] {"list", "--limit", "10", "--json"}))
        .isTrue();
    assertThat(WindowsArguments.arePlain(new String[] {"weave", "--from", "2026-02-01"})).isTrue();
    assertThat(WindowsArguments.arePlain(new String[] {"add", "laska"})).isFalse();
    assertThat(WindowsArguments.arePlain(new String[] {"list", "--tag=laska"})).isFalse();
  }

  @Test
  void javas_own_options_before_them_are_none_of_them() {
    assertThat(
            WindowsArguments.asTyped(
                List.of("java", "-jar", "fragments.jar", "add", "ł"), new String[] {"add", "l"}))
        .containsExactly("add", "ł");
  }

  @Test
  void files_that_javas_launcher_found_for_a_pattern_stay() {
    String[] found = {"import", "a.md", "b.md"};
    assertThat(
            WindowsArguments.asTyped(
                List.of("java", "-jar", "fragments.jar", "import", "*.md"), found))
        .isSameAs(found);
    assertThat(WindowsArguments.asTyped(List.of("import", "*.md"), found)).isSameAs(found);
  }
}
