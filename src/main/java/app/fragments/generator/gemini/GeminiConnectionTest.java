package app.fragments.generator.gemini;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import com.google.genai.types.GetModelConfig;
import com.google.genai.types.Model;
import java.time.Duration;
import java.util.List;

/// Tests a key and a model at no cost, for the "Test" button and `doctor`.
public final class GeminiConnectionTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final GeminiConnection.Timeouts timeouts;

  public GeminiConnectionTest() {
    this(GeminiConnection.Timeouts.DEFAULT);
  }

  GeminiConnectionTest(GeminiConnection.Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  /// Requests the model's description: sends no text, costs nothing, takes at most 15 s.
  ///
  /// @return the model's display name, such as "Gemini 2.5 Flash"
  public String test(GeminiSettings settings, Cancellation cancellation) throws GeneratorException {
    GeminiConnection connection = new GeminiConnection(settings, timeouts, "");
    GetModelConfig config = GetModelConfig.builder().build();
    try (StreamingCall<Model> call =
        StreamingCall.start(
            connection,
            TIMEOUT,
            cancellation,
            (models, chunks) -> chunks.accept(models.get(settings.model(), config)))) {
      Model model = call.next().orElseThrow(ResponseAccumulator::emptyResponse);
      List<String> actions = model.supportedActions().orElse(List.of());
      if (!actions.isEmpty() && !actions.contains("generateContent")) {
        throw new GeneratorException(
            FailureKind.AUTH, "The model \"" + settings.model() + "\" does not generate text.");
      }
      return model.displayName().or(model::name).orElse(settings.model());
    }
  }
}
