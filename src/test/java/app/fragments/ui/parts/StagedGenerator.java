package app.fragments.ui.parts;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.job.Stage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Writes half of the week's report at once, and the rest when the test opens the gate.
public final class StagedGenerator implements Generator {
  public final AtomicInteger calls = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile @Nullable FailureKind failure;
  private static final int WRITTEN_BEFORE_GATE = 7;

  /// Makes later calls stop halfway until [#open()].
  public void hold() {
    gate = new CountDownLatch(1);
  }

  public void open() {
    gate.countDown();
  }

  /// Makes later calls fail with this kind, or succeed if null.
  public void failWith(@Nullable FailureKind kind) {
    failure = kind;
  }

  @Override
  public String name() {
    return "gemini";
  }

  @Override
  public RawAnswer generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation)
      throws GeneratorException {
    calls.incrementAndGet();
    FailureKind kind = failure;
    if (kind != null) {
      throw new GeneratorException(kind, "for the test", null);
    }
    int total = request.entries().size();
    int half = Math.min(WRITTEN_BEFORE_GATE, total);
    listener.progress(new Progress(half, total, Stage.WRITING));
    listener.preview(Week.REPORT.substring(0, Week.REPORT.indexOf("**Faster") + 60));
    CountDownLatch held = gate;
    try {
      while (!cancellation.isCancelled() && !held.await(10, TimeUnit.MILLISECONDS)) {}
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
      throw new GeneratorException(FailureKind.CANCELLED, "Stopped", null);
    }
    listener.progress(new Progress(total, total, Stage.CHECKING));
    return new RawAnswer(Week.REPORT, "gemini-flash-latest", null);
  }
}
