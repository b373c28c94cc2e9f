package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.JobId;
import app.fragments.job.RawAnswer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call of a generator on its own thread, so that a hanging call costs one run, not the worker.
/// The caller's thread watches the deadline and the lease, and cancels.
record GeneratorCall(
    JobId job,
    Generator generator,
    Cancellation cancellation,
    Heartbeat heartbeat,
    WorkerContext context,
    StopSignal signal) {
  private static final Logger LOG = LoggerFactory.getLogger(GeneratorCall.class);
  private static final long CHECK_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /// The run was cancelled.
  static final class StoppedException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /// Waits until the rate limit allows the call.
  ///
  /// @throws StoppedException if the run is stopped first
  void awaitTurn(Duration wait) throws StoppedException {
    CountDownLatch cancelled = new CountDownLatch(1);
    try (var _ = cancellation.onCancel(cancelled::countDown)) {
      await(cancelled, context.monotonic.nanos() + wait.toNanos(), heartbeat::step);
    }
    if (cancellation.isCancelled()) {
      throw new StoppedException();
    }
  }

  /// The response. One that arrives during cancellation counts, because it was paid for.
  ///
  /// @throws StoppedException if the run was cancelled, timed out or lost its lease
  RawAnswer call(GenerationRequest request, GenerationListener listener)
      throws GeneratorException, StoppedException {
    if (cancellation.isCancelled()) {
      throw new StoppedException();
    }
    CountDownLatch over = new CountDownLatch(1);
    FutureTask<RawAnswer> response =
        new FutureTask<>(() -> generator.generate(request, listener, cancellation)) {
          @Override
          protected void done() {
            over.countDown();
          }
        };
    long deadline = context.monotonic.nanos() + request.timeout().toNanos();
    try (var _ = cancellation.onCancel(over::countDown)) {
      Thread thread = Thread.ofPlatform().daemon().name("weave-" + job).start(response);
      await(over, deadline, () -> {});
      if (over.getCount() > 0) {
        cancellation.cancel(Cancellation.Reason.TIMEOUT);
      }
      return take(response, thread);
    }
  }

  /// Waits for the latch or the deadline. Cancels the run, which counts the latch down, if its
  /// lease cannot be kept or the worker is interrupted.
  private void await(CountDownLatch latch, long deadline, Runnable onCheck) {
    while (latch.getCount() > 0) {
      onCheck.run();
      long now = context.monotonic.nanos();
      if (deadline - now <= 0) {
        return;
      }
      if (now - heartbeat.leaseDeadline() >= 0) {
        cancellation.cancel(Cancellation.Reason.LEASE_LOST);
      }
      try {
        var _ = latch.await(Math.min(deadline - now, CHECK_INTERVAL_NANOS), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        signal.interrupted();
        cancellation.cancel(Cancellation.Reason.SHUTDOWN);
      }
    }
  }

  private RawAnswer take(Future<RawAnswer> response, Thread thread)
      throws GeneratorException, StoppedException {
    Duration grace = context.settings.stopGrace();
    long graceEnds = System.nanoTime() + grace.toNanos();
    while (true) {
      try {
        return response.get(Math.max(0, graceEnds - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        signal.interrupted();
        cancellation.cancel(Cancellation.Reason.SHUTDOWN);
      } catch (TimeoutException e) {
        LOG.warn(
            "Generator {} did not stop within {}; abandoning thread {}",
            generator.name(),
            grace,
            thread.getName());
        thread.interrupt();
        context.listener.stuck(job);
        throw new StoppedException();
      } catch (ExecutionException e) {
        throw failure(e.getCause() == null ? e : e.getCause());
      }
    }
  }

  private GeneratorException failure(Throwable cause) throws StoppedException {
    if (cancellation.isCancelled()) {
      throw new StoppedException();
    }
    return switch (cause) {
      case GeneratorException failed -> failed;
      case RuntimeException defect -> throw defect;
      case Error defect -> throw defect;
      default -> throw new IllegalStateException("Unexpected " + cause.getClass(), cause);
    };
  }
}
