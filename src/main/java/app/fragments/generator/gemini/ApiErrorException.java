package app.fragments.generator.gemini;

import app.fragments.generator.GeneratorException;
import java.io.IOException;

/// Carries a failure that was understood at the HTTP level through the SDK, which would else make
/// an exception of its own without the waiting time and the reasons.
final class ApiErrorException extends IOException {
  private static final long serialVersionUID = 1;

  private final GeneratorException failure;

  ApiErrorException(GeneratorException failure) {
    super(failure);
    this.failure = failure;
  }

  GeneratorException failure() {
    return failure;
  }
}
