package app.fragments.torture;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import java.util.function.Consumer;

/// A generator whose calls can be held before, during and after.
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

  /// Holds at the first part of the answer.
  private final class HeldListener implements GenerationListener {
    private final GenerationListener told;
    private boolean writing;

    HeldListener(GenerationListener told) {
      this.told = told;
    }

    @Override
    public void progress(Progress progress) {
      told.progress(progress);
    }

    @Override
    public void preview(String markdownSoFar) {
      told.preview(markdownSoFar);
      if (!writing) {
        writing = true;
        reached.accept(KillPoint.DURING_CALL);
      }
    }
  }
}
