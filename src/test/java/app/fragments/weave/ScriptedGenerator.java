package app.fragments.weave;

import app.fragments.job.JobOptions;
import app.fragments.job.RawAnswer;
import app.fragments.job.Usage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Answers as a test says; without a script with a cited line for each fragment.
final class ScriptedGenerator implements Generator {

  /// One answer.
  @FunctionalInterface
  interface Script {
    RawAnswer answer(WeaveRequest request, GenerationListener listener, Cancellation cancellation)
        throws GeneratorException, InterruptedException;
  }

  final List<WeaveRequest> requests = new CopyOnWriteArrayList<>();
  final CountDownLatch called = new CountDownLatch(1);
  volatile Script script = (request, _, _) -> report(request);

  static RawAnswer report(WeaveRequest request) {
    StringBuilder text = new StringBuilder("# Weekly Progress Report\n");
    for (int i = 1; i <= request.entries().size(); i++) {
      text.append("\n- ").append(request.entries().get(i - 1).text()).append(" [F" + i + "]");
    }
    return new RawAnswer(text.toString(), "scripted", new Usage(10, 20, 30));
  }

  /// Answers only once it is cancelled, as an HTTP call does whose connection is closed.
  static Script hangingUntilCancelled() {
    return (request, _, cancellation) -> {
      CountDownLatch cancelled = new CountDownLatch(1);
      try (var _ = cancellation.onCancel(cancelled::countDown)) {
        cancelled.await();
      }
      throw new GeneratorException(
          app.fragments.job.FailureKind.NETWORK, "The connection was closed", null);
    };
  }

  GeneratorChoice choice() {
    return (JobOptions _) -> this;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public RawAnswer generate(
      WeaveRequest request, GenerationListener listener, Cancellation cancellation)
      throws GeneratorException {
    requests.add(request);
    called.countDown();
    try {
      return script.answer(request, listener, cancellation);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
