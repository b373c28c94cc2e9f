package app.fragments.generator.gemini;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.generator.TokenEstimate;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.job.Stage;
import com.google.genai.ResponseStream;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import java.util.Optional;
import java.util.function.Supplier;

/// Has Google's Gemini write the report, and tells how it gets on while it streams.
///
/// Any number of reports may be written at the same time; each has a client of its own.
public final class GeminiGenerator implements Generator {
  /// The name in settings and jobs.
  public static final String NAME = "gemini";

  private final Supplier<GeminiSettings> settings;
  private final GeminiTimeouts timeouts;

  /// @param settings asked anew for each report, so that a changed key or model holds at once
  public GeminiGenerator(Supplier<GeminiSettings> settings) {
    this(settings, GeminiTimeouts.DEFAULT);
  }

  GeminiGenerator(Supplier<GeminiSettings> settings, GeminiTimeouts timeouts) {
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

  /// {@inheritDoc}
  ///
  /// The listener is called on the thread that calls this.
  @Override
  public RawAnswer generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation)
      throws GeneratorException {
    GeminiSettings asked = settings.get();
    int total = request.entries().size();
    Prompt prompt = Prompt.of(request);
    GeminiConnection connection = new GeminiConnection(asked, timeouts, prompt.fragments());
    listener.progress(new Progress(0, total, Stage.THINKING));
    try (StreamingCall<GenerateContentResponse> exchange =
        StreamingCall.start(
            connection,
            request.timeout(),
            cancellation,
            (models, pieces) -> {
              try (ResponseStream<GenerateContentResponse> stream =
                  models.generateContentStream(asked.model(), prompt.fragments(), config(prompt))) {
                stream.forEach(pieces);
              }
            })) {
      return read(
          exchange,
          new ResponseAccumulator(asked.model()),
          new CitationCounter(total),
          total,
          listener);
    }
  }

  private static RawAnswer read(
      StreamingCall<GenerateContentResponse> exchange,
      ResponseAccumulator answer,
      CitationCounter cited,
      int total,
      GenerationListener listener)
      throws GeneratorException {
    Optional<GenerateContentResponse> piece = exchange.next();
    while (piece.isPresent()) {
      if (answer.add(piece.get())) {
        String soFar = answer.markdown();
        listener.preview(soFar);
        listener.progress(new Progress(cited.in(soFar), total, Stage.WRITING));
      }
      piece = exchange.next();
    }
    return answer.finish();
  }

  /// No temperature, topP or topK: current models are tuned for their own. No second request behind
  /// our back where an answer is long.
  private static GenerateContentConfig config(Prompt prompt) {
    return GenerateContentConfig.builder()
        .systemInstruction(Content.fromParts(Part.fromText(prompt.instructions())))
        .automaticContinuation(false)
        .build();
  }

  @Override
  public long estimateTokens(GenerationRequest request) {
    return TokenEstimate.ofCharacters(Prompt.lengthOf(request));
  }
}
