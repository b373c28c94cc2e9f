package app.fragments.torture;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import java.util.function.Consumer;

/// A generator whose calls can block before, during and after the inner call.
record HeldGenerator(Generator inner, Consumer<KillPoint> reached) implements Generator {
  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public boolean isMetered() {
    return inner.isMetered();
  }

  @Override
  public RawAnswer generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation)
      throws GeneratorException {
    reached.accept(KillPoint.BEFORE_CALL);
    RawAnswer answer = inner.generate(request, new HeldListener(listener), cancellation);
    reached.accept(KillPoint.ANSWERED);
    return answer;
  }

  /// Blocks at the first chunk of the response.
  private final class HeldListener implements GenerationListener {
    private final GenerationListener delegate;
    private boolean started;

    HeldListener(GenerationListener delegate) {
      this.delegate = delegate;
    }

    @Override
    public void progress(Progress progress) {
      delegate.progress(progress);
    }

    @Override
    public void preview(String markdownSoFar) {
      delegate.preview(markdownSoFar);
      if (!started) {
        started = true;
        reached.accept(KillPoint.DURING_CALL);
      }
    }
  }
}
