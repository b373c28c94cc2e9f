package app.fragments.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {
  @Test
  void a_tag_stands_for_those_below_it() {
    String project = Tags.key("Project");

    assertThat(Tags.isWithin("project", project)).isTrue();
    assertThat(Tags.isWithin("PROJECT/alpha", project)).isTrue();
    assertThat(Tags.isWithin("projects", project)).isFalse();
    assertThat(Tags.isWithin("work/project", project)).isFalse();
  }

  @Test
  void spellings_of_a_letter_are_one_tag() {
    assertThat(Tags.isSame("Cafe\u0301", "caf\u00e9")).isTrue();
    assertThat(Tags.clean(" ##Cafe\u0301 ")).isEqualTo("Caf\u00e9");
  }

  @Test
  void the_tags_above_are_found_too() {
    assertThat(Tags.withParents(List.of("Project/alpha/x", "project")).values())
        .containsExactly("Project", "Project/alpha", "Project/alpha/x");
  }
}
