package app.fragments.generator.gemini;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import com.google.genai.Client;
import com.google.genai.Models;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// A call to Gemini on its own thread, whose response arrives in chunks.
///
/// The caller returns as soon as the time is up or the job is cancelled, even if the call itself
/// cannot be interrupted (during a DNS lookup).
final class StreamingCall<T> implements AutoCloseable {

  /// A chunk, the end (empty) or a failure.
  @FunctionalInterface
  private interface Event<T> {
    Optional<T> get() throws GeneratorException;
  }

  private final BlockingQueue<Event<T>> events = new LinkedBlockingQueue<>();
  private final HttpCall call = new HttpCall();
  private final long started = System.nanoTime();
  private final Duration timeout;
  private final Cancellation cancellation;
  private final Cancellation.Registration registration;

  private StreamingCall(Duration timeout, Cancellation cancellation) {
    this.timeout = timeout;
    this.cancellation = cancellation;
    this.registration =
        cancellation.onCancel(
            () -> {
              call.cancel();
              events.add(Optional::empty);
            });
  }

  /// Starts the call. The timeout is for the whole response.
  ///
  /// @param request sends it, and passes on each chunk
  static <T> StreamingCall<T> start(
      GeminiConnection connection,
      Duration timeout,
      Cancellation cancellation,
      BiConsumer<Models, Consumer<T>> request) {
    StreamingCall<T> call = new StreamingCall<>(timeout, cancellation);
    Thread.ofPlatform().daemon().name("gemini").start(() -> call.run(connection, request));
    return call;
  }

  private void run(GeminiConnection connection, BiConsumer<Models, Consumer<T>> request) {
    try (Client client = connection.open(call, timeout)) {
      request.accept(client.models, chunk -> events.add(() -> Optional.of(chunk)));
      events.add(Optional::empty);
    } catch (RuntimeException | Error e) {
      GeneratorException failure = connection.failure(e);
      events.add(
          () -> {
            throw failure;
          });
    }
  }

  /// The next chunk of the response; empty at the end.
  ///
  /// @throws GeneratorException if the call failed, timed out or was cancelled
  Optional<T> next() throws GeneratorException {
    @Nullable Event<T> event;
    try {
      event = events.poll(timeout.toNanos() - (System.nanoTime() - started), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled();
    }
    if (cancellation.isCancelled()) {
      throw cancelled();
    }
    if (event == null) {
      throw new GeneratorException(
          FailureKind.TIMEOUT, "Gemini took longer than " + ApiErrors.seconds(timeout) + ".");
    }
    return event.get();
  }

  private GeneratorException cancelled() {
    return cancellation.reason().filter(Cancellation.Reason.TIMEOUT::equals).isPresent()
        ? new GeneratorException(
            FailureKind.TIMEOUT, "The job reached its time limit before Gemini responded.")
        : new GeneratorException(FailureKind.CANCELLED, "The call was cancelled.");
  }

  @Override
  public void close() {
    registration.close();
    call.cancel();
  }

  /// An HTTP call that another thread can cancel while it connects, waits or reads.
  ///
  /// The SDK cannot: closing a `ResponseStream` needs the reader's lock, and a dispatcher forgets a
  /// call once its headers have arrived.
  static final class HttpCall implements Interceptor {
    private @Nullable Call call;
    private boolean cancelled;

    @Override
    public Response intercept(Chain chain) throws IOException {
      synchronized (this) {
        if (cancelled) {
          throw new IOException("Cancelled before it started");
        }
        call = chain.call();
      }
      return chain.proceed(chain.request());
    }

    /// Cancels the call and every later one. Does not block. Idempotent.
    synchronized void cancel() {
      cancelled = true;
      if (call != null) {
        call.cancel();
      }
    }
  }
}
