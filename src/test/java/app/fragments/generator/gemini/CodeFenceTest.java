package app.fragments.generator.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeFenceTest {
  @Test
  void a_fence_around_everything_is_taken_off() {
    assertThat(CodeFence.strip("```markdown\n# A\n\n- b\n```\n")).isEqualTo("# A\n\n- b\n");
    assertThat(CodeFence.strip("\n````md\n# A\n```\ncode\n```\n````"))
        .isEqualTo("# A\n```\ncode\n```\n");
  }

  @Test
  void it_is_taken_off_while_the_text_still_grows() {
    assertThat(CodeFence.strip("```\n# A\n\n- b")).isEqualTo("# A\n\n- b");
  }

  @Test
  void a_fence_in_the_text_stays() {
    String text = "# A\n\n```\ncode\n```\n";

    assertThat(CodeFence.strip(text)).isEqualTo(text);
  }

  @Test
  void code_in_a_language_stays() {
    String text = "```java\nint a;\n```\n";

    assertThat(CodeFence.strip(text)).isEqualTo(text);
  }
}
