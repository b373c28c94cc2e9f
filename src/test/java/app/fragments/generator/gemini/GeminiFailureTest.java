package app.fragments.generator.gemini;

import static app.fragments.generator.gemini.Fragments.KEY;
import static app.fragments.job.FailureKind.AUTH;
import static app.fragments.job.FailureKind.BLOCKED;
import static app.fragments.job.FailureKind.EMPTY;
import static app.fragments.job.FailureKind.MALFORMED;
import static app.fragments.job.FailureKind.NETWORK;
import static app.fragments.job.FailureKind.QUOTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.fragments.faults.Fault;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GeminiFailureTest {
  private final FakeGemini gemini = FakeGemini.start();

  @AfterEach
  void stop() {
    gemini.close();
  }

  @ParameterizedTest
  @CsvSource({
    "MAX_TOKENS, TRUNCATED",
    "SAFETY, BLOCKED",
    "RECITATION, BLOCKED",
    "BLOCKLIST, BLOCKED",
    "PROHIBITED_CONTENT, BLOCKED",
    "SPII, BLOCKED",
    "LANGUAGE, BLOCKED",
    "OTHER, MALFORMED",
    "MALFORMED_FUNCTION_CALL, MALFORMED",
    "UNEXPECTED_TOOL_CALL, MALFORMED",
    "MALFORMED_RESPONSE, MALFORMED",
    "FINISH_REASON_UNSPECIFIED, MALFORMED",
    "A_REASON_OF_TOMORROW, MALFORMED",
  })
  @Fault({15, 16})
  void a_finish_reason_other_than_stop_fails(String reason, FailureKind kind) {
    gemini.answer(FakeAnswer.finish(reason));

    assertThat(failure().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "A_REASON_OF_TOMORROW"})
  @Fault(15)
  void a_blocked_prompt_fails_as_blocked(String reason) {
    gemini.answer(FakeAnswer.blockedPrompt(reason));

    GeneratorException failure = failure();

    assertThat(failure.kind()).isEqualTo(BLOCKED);
    assertThat(failure).hasMessage("Gemini blocked the fragments (" + reason + ").");
  }

  static Stream<Arguments> broken_responses() {
    return Stream.of(
        arguments(EMPTY, FakeAnswer.nothing()),
        arguments(EMPTY, FakeAnswer.empty()),
        arguments(EMPTY, FakeAnswer.text(" \n ")),
        arguments(NETWORK, FakeAnswer.endsEarly()),
        arguments(NETWORK, FakeAnswer.cut()),
        arguments(MALFORMED, FakeAnswer.malformed()),
        arguments(MALFORMED, FakeAnswer.notAStream()),
        arguments(MALFORMED, FakeAnswer.webPage(200)),
        arguments(NETWORK, FakeAnswer.bareErrorAfterBeginning(503, "UNAVAILABLE")),
        arguments(QUOTA, FakeAnswer.bareErrorAfterBeginning(429, "RESOURCE_EXHAUSTED")),
        arguments(NETWORK, FakeAnswer.errorEventAfterBeginning(503, "UNAVAILABLE")));
  }

  @ParameterizedTest
  @MethodSource("broken_responses")
  @Fault(16)
  void a_broken_response_fails(FailureKind kind, FakeAnswer answer) {
    gemini.answer(answer);

    assertThat(failure().kind()).isEqualTo(kind);
  }

  @Test
  void without_a_key_nothing_is_sent() {
    GeneratorException failure = Fragments.failure(new GeminiSettings(" ", "m", gemini.baseUrl()));

    assertThat(failure.kind()).isEqualTo(AUTH);
    assertThat(gemini.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"not an address", "ftp://example.invalid", "http://", "https://host?key=1"})
  void an_invalid_address_is_rejected(String address) {
    GeneratorException failure = Fragments.failure(new GeminiSettings(KEY, "m", address));

    assertThat(failure.kind()).isEqualTo(NETWORK);
    assertThat(failure).hasMessageContaining("GEMINI_BASE_URL");
  }

  @ParameterizedTest
  @CsvSource({"''", "../files", "a b", "m:countTokens", "m?key=1"})
  void an_invalid_model_name_is_rejected(String model) {
    assertThat(Fragments.failure(new GeminiSettings(KEY, model, gemini.baseUrl())).kind())
        .isEqualTo(AUTH);
    assertThat(gemini.requests()).isEmpty();
  }

  @Test
  void an_unreachable_server_is_a_network_failure() {
    gemini.close();

    GeneratorException failure = failure();

    assertThat(failure.kind()).isEqualTo(NETWORK);
    assertThat(failure).hasMessage("Gemini could not be reached.");
  }

  @Test
  void a_server_without_tls_is_a_network_failure() {
    GeneratorException failure =
        Fragments.failure(new GeminiSettings(KEY, "m", "https://127.0.0.1:" + gemini.port()));

    assertThat(failure.kind()).isEqualTo(NETWORK);
    assertThat(failure).hasMessageContaining("TLS");
  }

  private GeneratorException failure() {
    return Fragments.failure(gemini);
  }
}
