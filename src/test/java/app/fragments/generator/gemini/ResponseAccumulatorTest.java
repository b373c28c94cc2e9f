package app.fragments.generator.gemini;

import static app.fragments.generator.gemini.ResponseAccumulator.withoutCodeFence;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseAccumulatorTest {

  @Test
  void each_cited_fragment_counts_once_and_unknown_ones_never() {
    ResponseAccumulator response = new ResponseAccumulator("m", 5);
    response.add(chunk("a [F1][F3]. b [F1]. c [F6] [F0] [F999999] F2 (F4)"));
    assertThat(response.countCited()).isEqualTo(2);
  }

  @Test
  void a_citation_split_between_chunks_counts() {
    ResponseAccumulator response = new ResponseAccumulator("m", 12);
    for (String character : "Some words. [F12] And more. [F3]".split("")) {
      response.add(chunk(character));
      response.countCited();
    }
    assertThat(response.countCited()).isEqualTo(2);
  }

  @Test
  void a_code_fence_around_everything_is_removed() {
    assertThat(withoutCodeFence("```markdown\n# A\n\n- b\n```\n")).isEqualTo("# A\n\n- b\n");
    assertThat(withoutCodeFence("\n````md\n# A\n```\ncode\n```\n````"))
        .isEqualTo("# A\n```\ncode\n```\n");
  }

  @Test
  void a_code_fence_is_removed_before_it_is_closed() {
    assertThat(withoutCodeFence("```\n# A\n\n- b")).isEqualTo("# A\n\n- b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# A\n\n```\ncode\n```\n", "```java\nint a;\n```\n"})
  void code_blocks_in_the_text_stay(String text) {
    assertThat(withoutCodeFence(text)).isEqualTo(text);
  }

  private static GenerateContentResponse chunk(String text) {
    return GenerateContentResponse.builder()
        .candidates(Candidate.builder().content(Content.fromParts(Part.fromText(text))).build())
        .build();
  }
}
