package app.fragments.generator.gemini;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Failure;
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

  public sealed interface Result {
    /// @param model the model's display name, such as "Gemini 2.5 Flash"
    record Works(String model) implements Result {}

    record Fails(Failure failure) implements Result {}
  }

  /// Requests the model's description: sends no text, costs nothing, takes at most 15 s.
  public Result test(GeminiSettings settings, Cancellation cancellation) {
    try {
      GeminiConnection connection = new GeminiConnection(settings, timeouts, "");
      GetModelConfig config = GetModelConfig.builder().build();
      try (StreamingCall<Model> call =
          StreamingCall.start(
              connection,
              TIMEOUT,
              cancellation,
              (models, chunks) -> chunks.accept(models.get(settings.model(), config)))) {
        return result(settings, call.next().orElseThrow(ResponseAccumulator::emptyResponse));
      }
    } catch (GeneratorException e) {
      return new Result.Fails(e.failure());
    }
  }

  private static Result result(GeminiSettings settings, Model model) {
    List<String> actions = model.supportedActions().orElse(List.of());
    if (!actions.isEmpty() && !actions.contains("generateContent")) {
      return new Result.Fails(
          new Failure(
              FailureKind.AUTH, "The model \"" + settings.model() + "\" does not generate text."));
    }
    return new Result.Works(model.displayName().or(model::name).orElse(settings.model()));
  }
}
