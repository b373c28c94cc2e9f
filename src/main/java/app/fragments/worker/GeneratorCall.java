package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.RawAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call of a generator, on a thread of its own so that one that hangs costs a run and not the
/// worker. This side watches the deadline and the lease, and cancels.
final class GeneratorCall {
  private static final Logger LOG = LoggerFactory.getLogger(GeneratorCall.class);
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Generator generator;
  private final Cancellation cancellation;
  private final Heartbeat heartbeat;
  private final WorkerContext context;
  private final StopSignal signal;
  private final Runnable onDeaf;

  /// @param onDeaf called where the generator does not stop when it is told to
  GeneratorCall(
      Generator generator,
      Cancellation cancellation,
      Heartbeat heartbeat,
      WorkerContext context,
      StopSignal signal,
      Runnable onDeaf) {
    this.generator = generator;
    this.cancellation = cancellation;
    this.heartbeat = heartbeat;
    this.context = context;
    this.signal = signal;
    this.onDeaf = onDeaf;
  }

  /// The answer. One that arrives while the call is being stopped counts: it was paid for.
  ///
  /// @throws StoppedException where the run was cancelled, its time was up or its lease not kept
  RawAnswer answer(GenerationRequest request, GenerationListener listener, String threadName)
      throws GeneratorException, StoppedException {
    if (cancellation.isCancelled()) {
      throw stopped();
    }
    CompletableFuture<RawAnswer> answer = new CompletableFuture<>();
    CountDownLatch over = new CountDownLatch(1);
    long deadline = context.ticker().nanos() + request.timeout().toNanos();
    try (var _ = cancellation.onCancel(over::countDown)) {
      Thread thread =
          Thread.ofPlatform()
              .daemon()
              .name(threadName)
              .start(
                  () -> {
                    generate(request, listener, answer);
                    over.countDown();
                  });
      watch(over, deadline);
      return take(answer, thread);
    }
  }

  private void generate(
      GenerationRequest request, GenerationListener listener, CompletableFuture<RawAnswer> answer) {
    try {
      answer.complete(generator.generate(request, listener, cancellation));
    } catch (Throwable t) { // an Error too: it ends this call, not the worker
      answer.completeExceptionally(t);
    }
  }

  /// Waits for the answer or a wish to stop, and makes that wish when time or lease is up.
  private void watch(CountDownLatch over, long deadline) {
    while (true) {
      long now = context.ticker().nanos();
      if (now - deadline >= 0) {
        cancellation.cancel(Cancellation.Reason.TIMEOUT);
      } else if (now - heartbeat.keptUntil() >= 0) {
        cancellation.cancel(Cancellation.Reason.LEASE_LOST);
      }
      try {
        if (over.await(Math.clamp(deadline - now, 0, LOOK_EVERY_NANOS), TimeUnit.NANOSECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        signal.interrupted();
        cancellation.cancel(Cancellation.Reason.SHUTDOWN);
      }
    }
  }

  private RawAnswer take(CompletableFuture<RawAnswer> answer, Thread thread)
      throws GeneratorException, StoppedException {
    long graceEnds = System.nanoTime() + context.settings().stopGrace().toNanos();
    while (true) {
      try {
        return answer.get(Math.max(0, graceEnds - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        signal.interrupted();
        cancellation.cancel(Cancellation.Reason.SHUTDOWN);
      } catch (TimeoutException e) {
        LOG.warn(
            "Generator {} did not stop within {} of being told to; abandoning its thread {}",
            generator.name(),
            context.settings().stopGrace(),
            thread.getName());
        thread.interrupt();
        onDeaf.run();
        throw stopped();
      } catch (ExecutionException e) {
        throw ended(e.getCause() == null ? e : e.getCause());
      }
    }
  }

  /// What a generator that ended without an answer means.
  private GeneratorException ended(Throwable cause) throws GeneratorException, StoppedException {
    if (cancellation.isCancelled()) {
      throw stopped();
    }
    switch (cause) {
      case GeneratorException failed -> throw failed;
      case RuntimeException defect -> throw defect;
      case Error defect -> throw defect;
      default -> throw new IllegalStateException("Unexpected " + cause.getClass(), cause);
    }
  }

  private StoppedException stopped() {
    Cancellation.Reason reason =
        cancellation.reason().orElseThrow(() -> new IllegalStateException("Nobody cancelled"));
    return new StoppedException(
        reason == Cancellation.Reason.TIMEOUT
            ? RunOutcome.failed(
                FailureKind.TIMEOUT,
                "No answer within " + context.settings().jobTimeout().toSeconds() + " s")
            : new RunOutcome.Stopped(reason));
  }
}
