package app.fragments.generator.gemini;

import static app.fragments.generator.gemini.FakeAnswer.refusal;
import static app.fragments.generator.gemini.Fragments.KEY;
import static app.fragments.generator.gemini.Fragments.PRIVATE;
import static app.fragments.generator.gemini.Fragments.request;
import static app.fragments.job.FailureKind.AUTH;
import static app.fragments.job.FailureKind.BLOCKED;
import static app.fragments.job.FailureKind.EMPTY;
import static app.fragments.job.FailureKind.INTERNAL;
import static app.fragments.job.FailureKind.MALFORMED;
import static app.fragments.job.FailureKind.NETWORK;
import static app.fragments.job.FailureKind.QUOTA;
import static app.fragments.job.FailureKind.TIMEOUT;
import static app.fragments.job.FailureKind.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.fragments.job.FailureKind;
import app.fragments.weave.Cancellation;
import app.fragments.weave.GenerationListener;
import app.fragments.weave.GeneratorException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
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
  void a_finish_reason_other_than_stop_fails(String reason, FailureKind kind) {
    gemini.answer(FakeAnswer.finish(reason));

    assertThat(failure().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "A_REASON_OF_TOMORROW"})
  void a_blocked_prompt_fails_as_blocked(String reason) {
    gemini.answer(FakeAnswer.blockedPrompt(reason));

    GeneratorException failure = failure();

    assertThat(failure.kind()).isEqualTo(BLOCKED);
    assertThat(failure).hasMessage("Gemini refused the fragments (" + reason + ").");
  }

  static Stream<Arguments> broken_answers() {
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
  @MethodSource("broken_answers")
  void a_broken_answer_fails(FailureKind kind, FakeAnswer answer) {
    gemini.answer(answer);

    assertThat(failure().kind()).isEqualTo(kind);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(AUTH, "does not know this key", refusal(400, FakeErrors.wrongKey())),
        arguments(
            AUTH,
            "expired",
            said(400, "INVALID_ARGUMENT", "API key expired. Please renew the API key.")),
        arguments(
            TOO_LARGE,
            "larger",
            said(
                400,
                "INVALID_ARGUMENT",
                "The input token count (2000000) exceeds the maximum number of tokens allowed"
                    + " (1048576).")),
        arguments(
            TOO_LARGE,
            "larger",
            said(400, "INVALID_ARGUMENT", "Request payload size exceeds the limit: 20971520")),
        arguments(
            AUTH,
            "location",
            said(400, "FAILED_PRECONDITION", "User location is not supported for the API use.")),
        arguments(
            AUTH,
            "billing",
            said(400, "FAILED_PRECONDITION", "Free tier is not available in your country.")),
        arguments(
            INTERNAL, "Unknown name 'foo'", said(400, "INVALID_ARGUMENT", "Unknown name 'foo'")),
        arguments(AUTH, "401", said(401, "UNAUTHENTICATED", "No credentials.")),
        arguments(AUTH, "may not use", said(403, "PERMISSION_DENIED", "No.")),
        arguments(
            AUTH, "leaked", said(403, "PERMISSION_DENIED", "Your API key was reported as leaked.")),
        arguments(
            AUTH,
            "no model \"gemini-flash-latest\"",
            said(404, "NOT_FOUND", "models/x is not found")),
        arguments(AUTH, "No Gemini answers", refusal(404, "<h1>Not here</h1>")),
        arguments(NETWORK, "proxy", refusal(407, "")),
        arguments(TIMEOUT, "408", refusal(408, "")),
        arguments(TOO_LARGE, "larger", refusal(413, "<html>too big")),
        arguments(QUOTA, "429", said(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted")),
        arguments(QUOTA, "429", refusal(429, "slow down")),
        arguments(NETWORK, "HTTP 500", said(500, "INTERNAL", "An internal error has occurred.")),
        arguments(NETWORK, "HTTP 502", FakeAnswer.webPage(502)),
        arguments(NETWORK, "overloaded", said(503, "UNAVAILABLE", "The model is overloaded.")),
        arguments(TIMEOUT, "504", said(504, "DEADLINE_EXCEEDED", "Deadline expired.")),
        arguments(INTERNAL, "HTTP 418", refusal(418, "")),
        arguments(NETWORK, "elsewhere", refusal(302, "", "Location: https://example.invalid/")));
  }

  private static FakeAnswer said(int code, String status, String message) {
    return refusal(code, FakeErrors.body(code, status, message));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_refusal_is_understood(FailureKind kind, String words, FakeAnswer answer) {
    gemini.answer(answer);

    GeneratorException failure = failure();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).contains(words).endsWith(".").doesNotContain("\n");
  }

  @Test
  void the_waiting_time_is_taken_from_the_error() {
    gemini.answer(refusal(429, FakeErrors.quota("GenerateRequestsPerMinute", "26s")));

    assertThat(failure().retryAfter()).contains(Duration.ofSeconds(26));
  }

  @Test
  void the_waiting_time_is_taken_from_the_header() {
    gemini.answer(refusal(503, "", "Retry-After: 7"));

    GeneratorException failure = failure();

    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(failure).hasMessageEndingWith("it asks to wait 7 seconds.");
  }

  @Test
  void a_moment_to_wait_for_is_read_against_the_servers_clock() {
    gemini.answer(
        refusal(
            429,
            "",
            "Date: Wed, 21 Oct 2015 07:28:00 GMT",
            "Retry-After: Wed, 21 Oct 2015 07:29:30 GMT"));

    assertThat(failure().retryAfter()).contains(Duration.ofSeconds(90));
  }

  @Test
  void a_used_up_day_is_said() {
    gemini.answer(
        refusal(429, FakeErrors.quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier", "9s")));

    assertThat(failure()).hasMessageStartingWith("The day's quota of this Gemini key is used up");
  }

  @Test
  void a_refusal_comes_at_once_and_is_asked_for_once() {
    gemini.answer(refusal(503, ""));
    long start = System.nanoTime();

    failure();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(gemini.requests()).hasSize(1);
  }

  @Test
  void a_redirect_does_not_get_the_key() {
    try (FakeGemini elsewhere = FakeGemini.start()) {
      gemini.answer(refusal(307, "", "Location: " + elsewhere.baseUrl() + "/v1beta/x"));

      failure();

      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void without_a_key_nothing_is_sent() {
    GeneratorException failure = failure(new GeminiSettings(" ", "m", gemini.baseUrl()));

    assertThat(failure.kind()).isEqualTo(AUTH);
    assertThat(gemini.requests()).isEmpty();
  }

  @Test
  void a_key_that_no_header_can_hold_is_refused_unnamed() {
    GeneratorException failure =
        failure(new GeminiSettings("schlüssel\u0007", "m", gemini.baseUrl()));

    assertThat(failure.kind()).isEqualTo(AUTH);
    assertThat(everythingOf(failure)).doesNotContain("schlüssel");
  }

  @ParameterizedTest
  @CsvSource({"not an address", "ftp://example.invalid", "http://", "https://host?key=1"})
  void an_address_that_is_none_is_refused(String address) {
    GeneratorException failure = failure(new GeminiSettings(KEY, "m", address));

    assertThat(failure.kind()).isEqualTo(NETWORK);
    assertThat(failure).hasMessageContaining("GEMINI_BASE_URL");
  }

  @ParameterizedTest
  @CsvSource({"''", "../files", "a b", "m:countTokens", "m?key=1"})
  void a_model_that_is_none_is_refused(String model) {
    assertThat(failure(new GeminiSettings(KEY, model, gemini.baseUrl())).kind()).isEqualTo(AUTH);
    assertThat(gemini.requests()).isEmpty();
  }

  @Test
  void nobody_listening_is_a_network_failure() {
    gemini.close();

    GeneratorException failure = failure();

    assertThat(failure.kind()).isEqualTo(NETWORK);
    assertThat(failure).hasMessage("Gemini could not be reached.");
  }

  @Test
  void no_tls_where_tls_is_expected_is_a_network_failure() {
    GeneratorException failure =
        failure(new GeminiSettings(KEY, "m", "https://127.0.0.1:" + gemini.port()));

    assertThat(failure.kind()).isEqualTo(NETWORK);
    assertThat(failure).hasMessageContaining("TLS");
  }

  static Stream<FakeAnswer> tell_tale_answers() {
    return Stream.of(
        said(400, "INVALID_ARGUMENT", "Bad thing in: " + PRIVATE),
        said(403, "PERMISSION_DENIED", "Consumer 'api_key:" + KEY + "' is bad"),
        said(418, "TEAPOT", "Consumer 'api_key:" + KEY + "' is bad"),
        refusal(500, KEY + PRIVATE),
        FakeAnswer.bareErrorAfterBeginning(400, KEY),
        FakeAnswer.malformed(),
        FakeAnswer.text(""),
        FakeAnswer.finish(KEY),
        FakeAnswer.blockedPrompt(PRIVATE));
  }

  @ParameterizedTest
  @MethodSource("tell_tale_answers")
  void neither_key_nor_text_is_told_or_logged(FakeAnswer answer) {
    gemini.answer(answer);
    List<String> log = new ArrayList<>();
    Handler handler = recording(log);
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    GeneratorException failure;
    try {
      failure = failure();
    } finally {
      root.setLevel(before);
      root.removeHandler(handler);
    }

    assertThat(everythingOf(failure) + log)
        .doesNotContain(KEY)
        .doesNotContain(PRIVATE)
        .doesNotContain("secret wor");
  }

  @Test
  void settings_do_not_print_the_key() {
    assertThat(new GeminiSettings(KEY, "m", "https://ada:pw@proxy.example/"))
        .hasToString("GeminiSettings[apiKey=hidden, model=m, baseUrl=https://proxy.example/]");
  }

  private static Handler recording(List<String> log) {
    return new Handler() {
      @Override
      public synchronized void publish(LogRecord entry) {
        log.add(new SimpleFormatter().format(entry));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /// The failure with all its causes, as a log would print it.
  private static String everythingOf(Throwable failure) {
    StringWriter out = new StringWriter();
    failure.printStackTrace(new PrintWriter(out));
    return out.toString();
  }

  private GeneratorException failure() {
    return failure(new GeminiSettings(KEY, "gemini-flash-latest", gemini.baseUrl()));
  }

  private static GeneratorException failure(GeminiSettings settings) {
    return catchThrowableOfType(
        GeneratorException.class,
        () ->
            new GeminiGenerator(() -> settings)
                .generate(request(), GenerationListener.NONE, new Cancellation()));
  }
}
