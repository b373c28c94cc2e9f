package app.fragments.generator.gemini;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.job.Stage;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import java.util.Optional;
import java.util.function.Supplier;

/// Generates reports with Google's Gemini and streams progress and preview. Thread-safe: each
/// report has its own client.
public final class GeminiGenerator implements Generator {
  public static final String NAME = "gemini";

  private final Supplier<GeminiSettings> settings;
  private final GeminiConnection.Timeouts timeouts;

  /// @param settings called for each report, so that a changed key or model applies at once
  public GeminiGenerator(Supplier<GeminiSettings> settings) {
    this(settings, GeminiConnection.Timeouts.DEFAULT);
  }

  GeminiGenerator(Supplier<GeminiSettings> settings, GeminiConnection.Timeouts timeouts) {
    this.settings = settings;
    this.timeouts = timeouts;
  }

  @Override
  public boolean isMetered() {
    return true;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RawAnswer generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation)
      throws GeneratorException {
    GeminiSettings current = settings.get();
    int total = request.entries().size();
    Prompt prompt = Prompt.of(request);
    GeminiConnection connection = new GeminiConnection(current, timeouts, prompt.fragments());
    ResponseAccumulator response = new ResponseAccumulator(current.model(), total);
    listener.progress(new Progress(0, total, Stage.THINKING));
    try (StreamingCall<GenerateContentResponse> call =
        StreamingCall.start(
            connection,
            request.timeout(),
            cancellation,
            (models, chunks) -> {
              try (var stream =
                  models.generateContentStream(
                      current.model(), prompt.fragments(), config(prompt))) {
                stream.forEach(chunks);
              }
            })) {
      Optional<GenerateContentResponse> chunk = call.next();
      while (chunk.isPresent()) {
        if (response.add(chunk.get())) {
          listener.preview(response.markdown());
          listener.progress(new Progress(response.countCited(), total, Stage.WRITING));
        }
        chunk = call.next();
      }
    }
    return response.finish();
  }

  /// Leaves temperature, topP and topK at the model's defaults. Disables continuation, because it
  /// would send a second request for a long response.
  private static GenerateContentConfig config(Prompt prompt) {
    return GenerateContentConfig.builder()
        .systemInstruction(Content.fromParts(Part.fromText(prompt.instructions())))
        .automaticContinuation(false)
        .build();
  }
}
