package app.fragments.generator.gemini;

import static app.fragments.generator.gemini.FakeAnswer.error;
import static app.fragments.generator.gemini.FakeAnswer.refusal;
import static app.fragments.job.FailureKind.AUTH;
import static app.fragments.job.FailureKind.INTERNAL;
import static app.fragments.job.FailureKind.NETWORK;
import static app.fragments.job.FailureKind.QUOTA;
import static app.fragments.job.FailureKind.TIMEOUT;
import static app.fragments.job.FailureKind.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.fragments.faults.Fault;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// How error responses map to failures.
class GeminiApiErrorTest {
  private final FakeGemini gemini = FakeGemini.start();

  @AfterEach
  void stop() {
    gemini.close();
  }

  static Stream<Arguments> error_responses() {
    return Stream.of(
        arguments(AUTH, "key is not valid", refusal(400, FakeErrors.wrongKey())),
        arguments(
            AUTH,
            "expired",
            error(400, "INVALID_ARGUMENT", "API key expired. Please renew the API key.")),
        arguments(
            TOO_LARGE,
            "too large",
            error(
                400,
                "INVALID_ARGUMENT",
                "The input token count (2000000) exceeds the maximum number of tokens allowed"
                    + " (1048576).")),
        arguments(
            TOO_LARGE,
            "too large",
            error(400, "INVALID_ARGUMENT", "Request payload size exceeds the limit: 20971520")),
        arguments(
            AUTH,
            "location",
            error(400, "FAILED_PRECONDITION", "User location is not supported for the API use.")),
        arguments(
            AUTH,
            "billing",
            error(400, "FAILED_PRECONDITION", "Free tier is not available in your country.")),
        arguments(
            INTERNAL, "Unknown name 'foo'", error(400, "INVALID_ARGUMENT", "Unknown name 'foo'")),
        arguments(AUTH, "401", error(401, "UNAUTHENTICATED", "No credentials.")),
        arguments(AUTH, "may not use", error(403, "PERMISSION_DENIED", "No.")),
        arguments(
            AUTH,
            "leaked",
            error(403, "PERMISSION_DENIED", "Your API key was reported as leaked.")),
        arguments(
            AUTH,
            "has no model \"gemini-flash-latest\"",
            error(404, "NOT_FOUND", "models/x is not found")),
        arguments(AUTH, "no Gemini at this address", refusal(404, "<h1>Not here</h1>")),
        arguments(NETWORK, "proxy", refusal(407, "")),
        arguments(TIMEOUT, "408", refusal(408, "")),
        arguments(TOO_LARGE, "too large", refusal(413, "<html>too big")),
        arguments(QUOTA, "429", error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted")),
        arguments(QUOTA, "429", refusal(429, "slow down")),
        arguments(NETWORK, "HTTP 500", error(500, "INTERNAL", "An internal error has occurred.")),
        arguments(NETWORK, "HTTP 502", FakeAnswer.webPage(502)),
        arguments(NETWORK, "overloaded", error(503, "UNAVAILABLE", "The model is overloaded.")),
        arguments(TIMEOUT, "504", error(504, "DEADLINE_EXCEEDED", "Deadline expired.")),
        arguments(INTERNAL, "HTTP 418", refusal(418, "")),
        arguments(NETWORK, "redirected", refusal(302, "", "Location: https://example.invalid/")));
  }

  @ParameterizedTest
  @MethodSource("error_responses")
  @Fault({12, 13, 17})
  void an_error_response_is_classified(FailureKind kind, String words, FakeAnswer answer) {
    gemini.answer(answer);

    GeneratorException failure = failure();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).contains(words).endsWith(".").doesNotContain("\n");
  }

  @Test
  @Fault(12)
  void the_retry_delay_is_taken_from_the_error() {
    gemini.answer(refusal(429, FakeErrors.quota("GenerateRequestsPerMinute", "26s")));

    assertThat(failure().retryAfter()).contains(Duration.ofSeconds(26));
  }

  @Test
  @Fault({12, 13})
  void the_retry_delay_is_taken_from_the_header() {
    gemini.answer(refusal(503, "", "Retry-After: 7"));

    GeneratorException failure = failure();

    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(failure).hasMessageEndingWith("it asks us to wait 7 seconds.");
  }

  @Test
  @Fault(12)
  void a_retry_date_is_relative_to_the_servers_clock() {
    gemini.answer(
        refusal(
            429,
            "",
            "Date: Wed, 21 Oct 2015 07:28:00 GMT",
            "Retry-After: Wed, 21 Oct 2015 07:29:30 GMT"));

    assertThat(failure().retryAfter()).contains(Duration.ofSeconds(90));
  }

  @Test
  void a_used_up_daily_quota_is_named() {
    gemini.answer(
        refusal(429, FakeErrors.quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier", "9s")));

    assertThat(failure()).hasMessageStartingWith("The daily quota of this Gemini key is used up");
  }

  /// The SDK would sleep before retrying some statuses. Flight Recorder records every sleep.
  @Test
  void an_error_is_reported_without_a_retry_or_delay(@TempDir Path folder) throws IOException {
    gemini.answer(refusal(503, ""));
    Path file = folder.resolve("sleeps.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ThreadSleep").withThreshold(Duration.ZERO);
      recording.start();
      failure();
      recording.dump(file);
    }

    assertThat(RecordingFile.readAllEvents(file))
        .filteredOn(event -> event.getThread().getJavaName().equals("gemini"))
        .isEmpty();
    assertThat(gemini.requests()).hasSize(1);
  }

  @Test
  void a_redirect_does_not_receive_the_key() {
    try (FakeGemini elsewhere = FakeGemini.start()) {
      gemini.answer(refusal(307, "", "Location: " + elsewhere.baseUrl() + "/v1beta/x"));

      failure();

      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  private GeneratorException failure() {
    return Fragments.failure(gemini);
  }
}
