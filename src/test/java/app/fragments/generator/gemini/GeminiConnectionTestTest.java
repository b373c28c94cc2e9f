package app.fragments.generator.gemini;

import static app.fragments.generator.gemini.Fragments.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeminiConnectionTestTest {
  private final FakeGemini gemini = FakeGemini.start();
  private final GeminiConnectionTest probe = new GeminiConnectionTest();

  @AfterEach
  void stop() {
    gemini.close();
  }

  @Test
  void a_working_key_and_model_are_reported_with_the_models_name() throws GeneratorException {
    assertThat(test(KEY)).isEqualTo("Fake m");
  }

  @Test
  void the_test_sends_no_text() throws GeneratorException {
    test(KEY);

    FakeRequest request = gemini.lastRequest();
    assertThat(request.method() + " " + request.path()).isEqualTo("GET /v1beta/models/m");
    assertThat(request.body()).isEmpty();
  }

  @Test
  void a_wrong_key_is_reported() {
    gemini.answer(FakeAnswer.refusal(400, FakeErrors.wrongKey()));

    assertThat(failure(KEY))
        .isEqualTo(new Failure(FailureKind.AUTH, "The Gemini key is not valid (HTTP 400)."));
  }

  @Test
  void a_missing_key_is_reported() {
    assertThat(failure(null)).isEqualTo(new Failure(FailureKind.AUTH, "No Gemini key is set."));
  }

  @Test
  void a_model_that_does_not_generate_text_is_reported() {
    gemini.answer(
        FakeAnswer.refusal(
            200, "{\"name\":\"models/m\",\"supportedGenerationMethods\":[\"embedContent\"]}"));

    assertThat(failure(KEY))
        .isEqualTo(new Failure(FailureKind.AUTH, "The model \"m\" does not generate text."));
  }

  @Test
  void a_response_that_is_not_a_model_is_reported() {
    gemini.answer(FakeAnswer.refusal(200, "not JSON"));

    assertThat(failure(KEY).kind()).isEqualTo(FailureKind.MALFORMED);
  }

  @Test
  void a_silent_server_is_reported() {
    gemini.answer(FakeAnswer.silent());
    GeminiConnectionTest hasty =
        new GeminiConnectionTest(
            new GeminiConnection.Timeouts(Duration.ofMillis(200), Duration.ofMillis(200)));

    assertThat(failure(hasty, KEY).kind()).isEqualTo(FailureKind.NETWORK);
  }

  private String test(String key) throws GeneratorException {
    return probe.test(settings(key), new Cancellation());
  }

  private Failure failure(String key) {
    return failure(probe, key);
  }

  private Failure failure(GeminiConnectionTest test, String key) {
    return catchThrowableOfType(
            GeneratorException.class, () -> test.test(settings(key), new Cancellation()))
        .failure();
  }

  private GeminiSettings settings(String key) {
    return new GeminiSettings(key, "m", gemini.baseUrl());
  }
}
