package app.fragments.generator.gemini;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import com.google.genai.types.CountTokensConfig;
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

  /// The outcome of a test.
  public sealed interface Result {
    /// Key and model work.
    ///
    /// @param model the model's display name, such as "Gemini 2.5 Flash"
    /// @param inputTokens the model's limit, 0 if unknown
    record Works(String model, long inputTokens) implements Result {}

    record Fails(Failure failure) implements Result {}
  }

  /// Requests the model's description: sends no text, costs nothing, takes at most 15 s.
  public Result test(GeminiSettings settings, Cancellation cancellation) {
    try {
      GeminiConnection connection = new GeminiConnection(settings, timeouts, "");
      GetModelConfig config = GetModelConfig.builder().build();
      return result(
          settings,
          StreamingCall.fetch(
              connection, TIMEOUT, cancellation, models -> models.get(settings.model(), config)));
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
    return new Result.Works(
        model.displayName().or(model::name).orElse(settings.model()),
        model.inputTokenLimit().orElse(0));
  }

  /// Counts the tokens of a request. Sends the fragments to Gemini, so ask the user first.
  public long countTokens(
      GeminiSettings settings, GenerationRequest request, Cancellation cancellation)
      throws GeneratorException {
    Prompt prompt = Prompt.of(request);
    GeminiConnection connection = new GeminiConnection(settings, timeouts, prompt.fragments());
    // countTokens takes no system instruction, so the instructions are counted as text.
    String all = prompt.instructions() + "\n" + prompt.fragments();
    CountTokensConfig config = CountTokensConfig.builder().build();
    return StreamingCall.fetch(
            connection,
            request.timeout(),
            cancellation,
            models -> models.countTokens(settings.model(), all, config))
        .totalTokens()
        .orElseThrow(ResponseAccumulator::emptyResponse);
  }
}
