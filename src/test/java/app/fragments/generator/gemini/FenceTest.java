package app.fragments.generator.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FenceTest {
  @Test
  void a_fence_around_everything_is_taken_off() {
    assertThat(Fence.strip("```markdown\n# A\n\n- b\n```\n")).isEqualTo("# A\n\n- b\n");
    assertThat(Fence.strip("\n````md\n# A\n```\ncode\n```\n````"))
        .isEqualTo("# A\n```\ncode\n```\n");
  }

  @Test
  void it_is_taken_off_while_the_text_still_grows() {
    assertThat(Fence.strip("```\n# A\n\n- b")).isEqualTo("# A\n\n- b");
  }

  @Test
  void a_fence_in_the_text_stays() {
    String text = "# A\n\n```\ncode\n```\n";

    assertThat(Fence.strip(text)).isEqualTo(text);
  }

  @Test
  void code_in_a_language_stays() {
    String text = "```java\nint a;\n```\n";

    assertThat(Fence.strip(text)).isEqualTo(text);
  }
}
