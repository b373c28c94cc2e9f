package app.fragments.generator.gemini;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import com.google.genai.Client;
import com.google.genai.Models;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One call to Gemini on a thread of its own, whose answer is fetched piece by piece.
///
/// So whoever waits for it leaves at once when the time is up or a cancellation comes, also where
/// the call itself cannot be ended (while a host's name is looked up).
///
/// @param <T> what a piece of the answer is
final class StreamingCall<T> implements AutoCloseable {
  /// What is asked for; hands over the pieces as they come.
  @FunctionalInterface
  interface Question<T> {
    void ask(Models models, Consumer<T> pieces);
  }

  private sealed interface Event<T> {
    record Piece<T>(T value) implements Event<T> {}

    record End<T>() implements Event<T> {}

    record Broken<T>(GeneratorException why) implements Event<T> {}
  }

  private final BlockingQueue<Event<T>> events = new LinkedBlockingQueue<>();
  private final CancellableCall call = new CancellableCall();
  private final long started = System.nanoTime();
  private final Duration timeout;
  private final Cancellation cancellation;
  private final Cancellation.Registration registration;

  private StreamingCall(Duration timeout, Cancellation cancellation) {
    this.timeout = timeout;
    this.cancellation = cancellation;
    this.registration = cancellation.onCancel(this::stop);
  }

  /// Starts to ask.
  ///
  /// @param timeout how long the whole answer may take
  static <T> StreamingCall<T> start(
      GeminiConnection connection,
      Duration timeout,
      Cancellation cancellation,
      Question<T> question) {
    StreamingCall<T> exchange = new StreamingCall<>(timeout, cancellation);
    Thread.ofPlatform().daemon().name("gemini").start(() -> exchange.run(connection, question));
    return exchange;
  }

  private void run(GeminiConnection connection, Question<T> question) {
    try (Client client = connection.open(call, timeout)) {
      question.ask(client.models, piece -> events.add(new Event.Piece<>(piece)));
      events.add(new Event.End<>());
    } catch (RuntimeException | Error e) {
      events.add(new Event.Broken<>(connection.breakdown(e)));
    }
  }

  private void stop() {
    call.cancel();
    events.add(new Event.End<>());
  }

  /// The next piece of the answer; empty at its end.
  ///
  /// @throws GeneratorException when it failed, the time is up or it was cancelled
  Optional<T> next() throws GeneratorException {
    @Nullable Event<T> event = poll();
    if (cancellation.isCancelled()) {
      throw cancelled();
    }
    return switch (event) {
      case null ->
          throw new GeneratorException(
              FailureKind.TIMEOUT,
              "Gemini took longer than " + DurationText.seconds(timeout) + ".",
              null);
      case Event.Piece<T>(T value) -> Optional.of(value);
      case Event.End<T>() -> Optional.empty();
      case Event.Broken<T>(GeneratorException why) -> throw why;
    };
  }

  private @Nullable Event<T> poll() throws GeneratorException {
    long left = timeout.toNanos() - (System.nanoTime() - started);
    try {
      return events.poll(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled();
    }
  }

  private GeneratorException cancelled() {
    return cancellation.reason().filter(Cancellation.Reason.TIMEOUT::equals).isPresent()
        ? new GeneratorException(
            FailureKind.TIMEOUT, "The job's time was up before Gemini had answered.", null)
        : new GeneratorException(FailureKind.CANCELLED, "The call was cancelled.", null);
  }

  /// Ends the call where it is still under way.
  @Override
  public void close() {
    registration.close();
    call.cancel();
  }
}
