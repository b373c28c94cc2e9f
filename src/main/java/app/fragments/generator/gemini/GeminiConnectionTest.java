package app.fragments.generator.gemini;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import com.google.genai.types.CountTokensConfig;
import com.google.genai.types.CountTokensResponse;
import com.google.genai.types.GetModelConfig;
import com.google.genai.types.Model;
import java.time.Duration;
import java.util.List;

/// Tries a key and a model without cost, for the "Test" button and the doctor.
public final class GeminiConnectionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String WRITES = "generateContent";

  private final GeminiTimeouts timeouts;

  public GeminiConnectionTest() {
    this(GeminiTimeouts.DEFAULT);
  }

  GeminiConnectionTest(GeminiTimeouts timeouts) {
    this.timeouts = timeouts;
  }

  /// What a test found.
  public sealed interface Result {
    /// Key and model work.
    ///
    /// @param model the model's name for people, such as "Gemini 2.5 Flash"
    /// @param inputTokens the most that it takes, 0 where it does not say
    record Works(String model, long inputTokens) implements Result {}

    /// They do not, and why.
    record Fails(Failure failure) implements Result {}
  }

  /// Asks for the model's description: no text is sent, nothing is charged. Answers within 15 s.
  public Result test(GeminiSettings settings, Cancellation cancellation) {
    try {
      GeminiConnection connection = new GeminiConnection(settings, timeouts, "");
      try (StreamingCall<Model> exchange =
          StreamingCall.start(
              connection,
              PATIENCE,
              cancellation,
              (models, pieces) ->
                  pieces.accept(models.get(settings.model(), GetModelConfig.builder().build())))) {
        return result(settings, exchange.next().orElseThrow(GeminiConnectionTest::nothing));
      }
    } catch (GeneratorException e) {
      return new Result.Fails(e.failure());
    }
  }

  private static Result result(GeminiSettings settings, Model model) {
    List<String> actions = model.supportedActions().orElse(List.of());
    if (!actions.isEmpty() && !actions.contains(WRITES)) {
      return new Result.Fails(
          new Failure(
              FailureKind.AUTH, "The model \"" + settings.model() + "\" does not write texts."));
    }
    return new Result.Works(
        model.displayName().or(model::name).orElse(settings.model()),
        model.inputTokenLimit().orElse(0));
  }

  /// Has Gemini count what a request would cost. Sends the fragments, so ask the user before.
  public long countTokens(
      GeminiSettings settings, GenerationRequest request, Cancellation cancellation)
      throws GeneratorException {
    Prompt prompt = Prompt.of(request);
    GeminiConnection connection = new GeminiConnection(settings, timeouts, prompt.fragments());
    // Gemini's countTokens takes no system instruction, so the instructions are counted as text.
    String all = prompt.instructions() + "\n" + prompt.fragments();
    try (StreamingCall<CountTokensResponse> exchange =
        StreamingCall.start(
            connection,
            request.timeout(),
            cancellation,
            (models, pieces) ->
                pieces.accept(
                    models.countTokens(
                        settings.model(), all, CountTokensConfig.builder().build())))) {
      return exchange
          .next()
          .flatMap(CountTokensResponse::totalTokens)
          .orElseThrow(GeminiConnectionTest::nothing);
    }
  }

  private static GeneratorException nothing() {
    return new GeneratorException(FailureKind.EMPTY, "Gemini's answer was empty.", null);
  }
}
