package app.fragments.generator.gemini;

import app.fragments.weave.GeneratorException;
import java.io.IOException;

/// Carries a failure that was understood at the HTTP level through the SDK, which would else make
/// an exception of its own without the waiting time and the reasons.
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;

  private final GeneratorException failure;

  RefusedException(GeneratorException failure) {
    super(failure);
    this.failure = failure;
  }

  GeneratorException failure() {
    return failure;
  }
}
