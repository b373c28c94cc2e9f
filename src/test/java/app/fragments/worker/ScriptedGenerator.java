package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.generator.GeneratorResolver;
import app.fragments.job.JobOptions;
import app.fragments.job.RawAnswer;
import app.fragments.job.TokenUsage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Responds as the test's script says; by default with a cited line for each fragment.
final class ScriptedGenerator implements Generator {

  /// One response.
  @FunctionalInterface
  interface Script {
    RawAnswer answer(
        GenerationRequest request, GenerationListener listener, Cancellation cancellation)
        throws GeneratorException, InterruptedException;
  }

  final List<GenerationRequest> requests = new CopyOnWriteArrayList<>();
  final CountDownLatch called = new CountDownLatch(1);
  volatile Script script = (request, _, _) -> report(request);

  public static RawAnswer report(GenerationRequest request) {
    StringBuilder text = new StringBuilder("# Weekly Progress Report\n");
    for (int i = 1; i <= request.entries().size(); i++) {
      text.append("\n- ").append(request.entries().get(i - 1).text()).append(" [F" + i + "]");
    }
    return new RawAnswer(text.toString(), "scripted", new TokenUsage(10, 20, 30));
  }

  /// Hangs until it is cancelled, like an HTTP call whose connection is closed.
  public static Script hangingUntilCancelled() {
    return (request, _, cancellation) -> {
      CountDownLatch cancelled = new CountDownLatch(1);
      try (var _ = cancellation.onCancel(cancelled::countDown)) {
        cancelled.await();
      }
      throw new GeneratorException(
          app.fragments.job.FailureKind.NETWORK, "The connection was closed", null);
    };
  }

  public GeneratorResolver choice() {
    return (JobOptions _) -> this;
  }

  @Override
  public String name() {
    return "scripted";
  }

  /// Metered, so that its responses are stored.
  @Override
  public boolean isMetered() {
    return true;
  }

  @Override
  public RawAnswer generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation)
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
