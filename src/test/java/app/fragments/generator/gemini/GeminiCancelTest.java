package app.fragments.generator.gemini;

import static app.fragments.generator.gemini.Fragments.KEY;
import static app.fragments.generator.gemini.Fragments.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.fragments.faults.Fault;
import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A call ends when it is cancelled, whatever it waits for, or when it times out.
///
/// The servers stay silent forever, so a call that returns was cancelled or timed out.
class GeminiCancelTest {
  /// Generous for a busy machine, but shorter than the connection timeout.
  private static final Duration EVENTUALLY = Duration.ofSeconds(8);

  private static final Duration NEVER = Duration.ofMinutes(10);
  private static final GeminiConnection.Timeouts BRIEF =
      new GeminiConnection.Timeouts(Duration.ofMillis(300), Duration.ofMillis(300));

  private final FakeGemini gemini = FakeGemini.start();
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final CountDownLatch writing = new CountDownLatch(1);

  @AfterEach
  void stop() {
    gemini.close();
  }

  @Test
  void a_call_cancelled_in_advance_is_not_made() {
    cancellation.cancel(Cancellation.Reason.CANCELLED);

    assertThat(failure(gemini.baseUrl(), NEVER, GeminiConnection.Timeouts.DEFAULT).kind())
        .isEqualTo(FailureKind.CANCELLED);
    assertThat(gemini.requests()).isEmpty();
  }

  @Test
  void cancels_before_the_first_byte() throws Exception {
    gemini.answer(FakeAnswer.silent());

    CompletableFuture<GeneratorException> end = start(gemini.baseUrl());
    assertThat(gemini.awaitRequest(EVENTUALLY)).isTrue();
    cancellation.cancel(Cancellation.Reason.CANCELLED);

    assertThat(endOf(end).kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(gemini.awaitHangUp(EVENTUALLY)).isTrue();
  }

  @Test
  void cancels_in_the_middle_of_a_silent_response() throws Exception {
    gemini.answer(FakeAnswer.silentAfterBeginning());

    CompletableFuture<GeneratorException> end = start(gemini.baseUrl());
    assertThat(writing.await(EVENTUALLY.toSeconds(), TimeUnit.SECONDS)).isTrue();
    cancellation.cancel(Cancellation.Reason.CANCELLED);

    assertThat(endOf(end).kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(gemini.awaitHangUp(EVENTUALLY)).isTrue();
  }

  @Test
  void cancels_during_a_trickling_response() throws Exception {
    gemini.answer(FakeAnswer.trickle(Duration.ofMillis(20)));

    CompletableFuture<GeneratorException> end = start(gemini.baseUrl());
    assertThat(writing.await(EVENTUALLY.toSeconds(), TimeUnit.SECONDS)).isTrue();
    cancellation.cancel(Cancellation.Reason.CANCELLED);

    assertThat(endOf(end).kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(gemini.awaitHangUp(EVENTUALLY)).isTrue();
  }

  @Test
  void cancels_during_the_tls_handshake() throws Exception {
    try (DeafServer mute = DeafServer.mute()) {
      CompletableFuture<GeneratorException> end = start("https://127.0.0.1:" + mute.port());
      assertThat(waiting.await(EVENTUALLY.toSeconds(), TimeUnit.SECONDS)).isTrue();
      cancellation.cancel(Cancellation.Reason.CANCELLED);

      assertThat(endOf(end).kind()).isEqualTo(FailureKind.CANCELLED);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void cancels_while_connecting() throws Exception {
    try (DeafServer full = DeafServer.full()) {
      CompletableFuture<GeneratorException> end = start("http://127.0.0.1:" + full.port());
      assertThat(waiting.await(EVENTUALLY.toSeconds(), TimeUnit.SECONDS)).isTrue();
      cancellation.cancel(Cancellation.Reason.SHUTDOWN);

      assertThat(endOf(end).kind()).isEqualTo(FailureKind.CANCELLED);
    }
  }

  @Test
  void an_interrupt_ends_the_call() throws Exception {
    gemini.answer(FakeAnswer.silent());
    CompletableFuture<GeneratorException> end = new CompletableFuture<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () ->
                    end.complete(
                        failure(gemini.baseUrl(), NEVER, GeminiConnection.Timeouts.DEFAULT)));
    assertThat(gemini.awaitRequest(EVENTUALLY)).isTrue();

    caller.interrupt();

    assertThat(endOf(end).kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(gemini.awaitHangUp(EVENTUALLY)).isTrue();
  }

  @Test
  void the_jobs_timeout_is_not_a_cancellation() throws Exception {
    gemini.answer(FakeAnswer.silent());

    CompletableFuture<GeneratorException> end = start(gemini.baseUrl());
    assertThat(gemini.awaitRequest(EVENTUALLY)).isTrue();
    cancellation.cancel(Cancellation.Reason.TIMEOUT);

    assertThat(endOf(end).kind()).isEqualTo(FailureKind.TIMEOUT);
  }

  @Test
  @Fault(14)
  void a_trickling_response_times_out() {
    gemini.answer(FakeAnswer.trickle(Duration.ofMillis(20)));

    GeneratorException failure =
        failure(gemini.baseUrl(), Duration.ofMillis(600), GeminiConnection.Timeouts.DEFAULT);

    assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(failure).hasMessage("Gemini took longer than 1 second.");
    assertThat(gemini.awaitHangUp(EVENTUALLY)).isTrue();
  }

  @Test
  @Fault(14)
  void a_response_that_falls_silent_is_a_network_failure() {
    gemini.answer(FakeAnswer.silentAfterBeginning());

    GeneratorException failure = failure(gemini.baseUrl(), NEVER, BRIEF);

    assertThat(failure.kind()).isEqualTo(FailureKind.NETWORK);
    assertThat(failure).hasMessage("Gemini sent nothing for 1 second.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Fault(14)
  void connecting_times_out() throws IOException {
    try (DeafServer full = DeafServer.full()) {
      GeneratorException failure = failure("http://127.0.0.1:" + full.port(), NEVER, BRIEF);

      assertThat(failure.kind()).isEqualTo(FailureKind.NETWORK);
      assertThat(failure).hasMessage("No connection to Gemini within 1 second.");
    }
  }

  private CompletableFuture<GeneratorException> start(String baseUrl) {
    return CompletableFuture.supplyAsync(
        () -> failure(baseUrl, NEVER, GeminiConnection.Timeouts.DEFAULT));
  }

  private static GeneratorException endOf(CompletableFuture<GeneratorException> end)
      throws InterruptedException, ExecutionException, TimeoutException {
    return end.get(EVENTUALLY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private GeneratorException failure(
      String baseUrl, Duration timeout, GeminiConnection.Timeouts timeouts) {
    GeminiGenerator generator =
        new GeminiGenerator(() -> new GeminiSettings(KEY, "m", baseUrl), timeouts);
    return catchThrowableOfType(
        GeneratorException.class,
        () -> generator.generate(request(timeout), new Latches(), cancellation));
  }

  private final class Latches implements GenerationListener {
    @Override
    public void progress(Progress progress) {
      waiting.countDown();
    }

    @Override
    public void preview(String markdownSoFar) {
      writing.countDown();
    }
  }
}
