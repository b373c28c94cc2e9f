package app.fragments.generator.gemini;

import static app.fragments.generator.gemini.Fragments.KEY;
import static app.fragments.generator.gemini.Fragments.request;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GeneratorException;
import app.fragments.generator.IgnoringListener;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.job.Stage;
import app.fragments.job.TokenUsage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeminiGeneratorTest {
  private final FakeGemini gemini = FakeGemini.start();
  private final GeminiGenerator generator =
      new GeminiGenerator(() -> new GeminiSettings(KEY, "gemini-flash-latest", gemini.baseUrl()));

  @AfterEach
  void stop() {
    gemini.close();
  }

  @Test
  void a_report_is_woven_from_the_fragments() throws GeneratorException {
    RawAnswer answer = generate();

    assertThat(answer.markdown())
        .startsWith("# Weekly Progress Report\n\nShipped the importer to 14 testers. [F1]")
        .contains("## Highlights", "- **Shipped the importer** to 14 testers. [F1]", "[F3]");
  }

  @Test
  void the_response_names_the_model_and_its_usage() throws GeneratorException {
    RawAnswer answer = generate();

    assertThat(answer.model()).isEqualTo("gemini-flash-latest");
    int prompt = gemini.lastRequest().tokens();
    int output = Math.ceilDiv(answer.markdown().length(), 4) + 30;
    assertThat(answer.usage()).isEqualTo(new TokenUsage(prompt, output, prompt + output));
  }

  @Test
  void instructions_are_the_system_instruction_and_fragments_the_message()
      throws GeneratorException {
    generate();

    FakeRequest request = gemini.lastRequest();
    assertThat(request.path())
        .isEqualTo("/v1beta/models/gemini-flash-latest:streamGenerateContent?alt=sse");
    assertThat(request.systemInstruction()).isEqualTo(request().template().instructions());
    assertThat(request.prompt())
        .contains("<fragment id=\"F1\" date=\"2026-02-02\" title=\"Importer\" tags=\"work\">")
        .doesNotContain(request().template().instructions());
  }

  @Test
  void the_key_is_only_in_the_header() throws GeneratorException {
    generate();

    FakeRequest request = gemini.lastRequest();
    assertThat(request.headers()).containsEntry("x-goog-api-key", KEY);
    assertThat(request.path() + request.body()).doesNotContain(KEY);
  }

  @Test
  void no_sampling_parameters_are_sent() throws GeneratorException {
    generate();

    JsonNode body = gemini.lastRequest().json();
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("contents", "systemInstruction", "generationConfig");
    assertThat(body.path("generationConfig")).isEmpty();
  }

  @Test
  void preview_and_progress_grow_while_it_streams() throws GeneratorException {
    List<String> previews = new ArrayList<>();
    List<Progress> progress = new ArrayList<>();

    RawAnswer answer =
        generator.generate(
            request(),
            new GenerationListener() {
              @Override
              public void progress(Progress now) {
                progress.add(now);
              }

              @Override
              public void preview(String markdownSoFar) {
                previews.add(markdownSoFar);
              }
            },
            new Cancellation());

    assertThat(progress.getFirst()).isEqualTo(new Progress(0, 3, Stage.THINKING));
    assertThat(progress.getLast()).isEqualTo(new Progress(3, 3, Stage.WRITING));
    assertThat(progress).extracting(Progress::done).isSorted();
    assertThat(previews).hasSizeGreaterThan(2);
    assertThat(previews).allSatisfy(preview -> assertThat(answer.markdown()).startsWith(preview));
    assertThat(previews.getLast()).isEqualTo(answer.markdown());
  }

  @Test
  void a_code_fence_around_the_whole_response_is_removed() throws GeneratorException {
    gemini.answer(FakeAnswer.text("```markdown\n# Report\n\nDone. [F1]\n```\n"));

    assertThat(generate().markdown()).isEqualTo("# Report\n\nDone. [F1]\n");
  }

  @Test
  void a_changed_key_and_model_apply_to_the_next_report() throws GeneratorException {
    List<GeminiSettings> settings = new ArrayList<>();
    settings.add(new GeminiSettings("one", "model-a", gemini.baseUrl()));
    settings.add(new GeminiSettings("two", "model-b", gemini.baseUrl()));
    GeminiGenerator changing = new GeminiGenerator(settings::removeFirst);

    changing.generate(request(), new IgnoringListener(), new Cancellation());
    RawAnswer second = changing.generate(request(), new IgnoringListener(), new Cancellation());

    assertThat(gemini.requests())
        .extracting(request -> request.headers().get("x-goog-api-key"))
        .containsExactly("one", "two");
    assertThat(second.model()).isEqualTo("model-b");
  }

  private RawAnswer generate() throws GeneratorException {
    return generator.generate(request(), new IgnoringListener(), new Cancellation());
  }
}
